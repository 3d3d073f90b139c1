package roster.check;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * What was refused is not done, unless somebody decides anew.
 *
 * @param variable that holds the answer
 * @param tasks beans of the tasks that do what is asked for
 */
public record RefusalStops(String variable, Set<String> tasks) implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        var answer = new Answer(variable);
        return diagram.flows()
                .flatMap(flow -> flow.steps()
                        .filter(Answer::isAskedAt)
                        .flatMap(task -> flow.after(task).stream())
                        .filter(next -> Answer.isChoice(next.node()))
                        .distinct()
                        .flatMap(choice -> answer.refusals(flow, choice.node()))
                        .flatMap(way -> done(flow, way).map(step -> finding(diagram, way, step)).stream()));
    }

    private Optional<Step> done(Flow flow, SequenceFlow way) {
        return Flow.reach(
                        Stream.of(new Step(way.getTarget())),
                        step -> step.waits() ? Stream.empty() : flow.after(step).stream())
                .stream()
                .filter(step -> tasks.contains(step.task()))
                .findFirst();
    }

    private Finding finding(Diagram diagram, SequenceFlow way, Step done) {
        return diagram.finding(
                way,
                "is the way of a refusal and leads to \""
                        + Names.of(done.node(), done.node().getId()) + "\"; swap it with the way of ${" + variable
                        + "}");
    }
}
