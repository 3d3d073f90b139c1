package roster.check;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * A condition reads what is still there; what a task uses up, the engine would fail at behind it.
 *
 * @param process its key
 * @param variable that the task uses up
 * @param task its bean
 */
public record GoneAfter(String process, String variable, String task) implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return diagram.flow(process)
                .flatMap(flow -> flow.steps()
                        .filter(step -> task.equals(step.task()))
                        .flatMap(used -> flow.reachable(flow.after(used).stream()).stream()
                                .flatMap(step -> flow.ways(step.node()))
                                .filter(this::reads)
                                .distinct()
                                .map(way -> diagram.finding(
                                        way,
                                        "asks for " + variable + ", which is gone behind \""
                                                + Names.of(
                                                        used.node(), used.node().getId())
                                                + "\"; ask in front of it"))));
    }

    private boolean reads(SequenceFlow way) {
        return Flow.condition(way)
                .filter(condition -> condition.matches("(?s).*\\b" + variable + "\\b.*"))
                .isPresent();
    }
}
