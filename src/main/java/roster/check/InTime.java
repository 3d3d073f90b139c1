package roster.check;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * How long a message is waited for is said by the one timer that ends the sub-process in which it is; no other sub-process of the process has such a
 * timer, for it would be taken for that one.
 *
 * @param process key of the process
 * @param message name of the message
 */
public record InTime(String process, String message) implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return diagram.flow(process).flatMap(flow -> {
            List<Step> catches = flow.steps()
                    .filter(step -> step.message().filter(message::equals).isPresent())
                    .toList();
            Set<Step> around = catches.stream()
                    .flatMap(step -> Flow.around(step.node()).stream())
                    .flatMap(scope -> scope instanceof SubProcess inner ? Stream.of(new Step(inner)) : Stream.empty())
                    .filter(InTime::isInProcess)
                    .collect(Collectors.toSet());
            return Stream.of(
                            catches.stream()
                                    .filter(step -> Flow.around(step.node()).stream()
                                            .noneMatch(scope -> scope instanceof SubProcess inner
                                                    && around.contains(new Step(inner))
                                                    && timers(flow, new Step(inner)) == 1))
                                    .map(
                                            step -> diagram.finding(
                                                    step.node(),
                                                    "waits for the message " + message
                                                            + " outside of a sub-process that one timer ends; put it into one")),
                            around.stream()
                                    .flatMap(inner -> ending(flow, inner))
                                    .filter(timer -> !timer.lasts())
                                    .map(
                                            timer -> diagram.finding(
                                                    timer.node(),
                                                    "must say how long it lasts, since the time runs anew each time; make it a duration, such as P3D")),
                            flow.steps()
                                    .filter(step ->
                                            isInProcess(step) && !around.contains(step) && timers(flow, step) > 0)
                                    .map(step -> diagram.finding(
                                            step.node(),
                                            "is ended by a timer, as only the sub-process is in which the message "
                                                    + message
                                                    + " is waited for; attach the timer to a step within it")))
                    .flatMap(Function.identity());
        });
    }

    private static boolean isInProcess(Step step) {
        return step.node() instanceof SubProcess && step.node().getParentElement() instanceof Process;
    }

    private static long timers(Flow flow, Step step) {
        return ending(flow, step).count();
    }

    private static Stream<Step> ending(Flow flow, Step step) {
        return flow.at(step.node()).filter(event -> event.isTimer() && event.interrupts());
    }
}
