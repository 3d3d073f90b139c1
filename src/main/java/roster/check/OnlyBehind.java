package roster.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A task is reached only on ways that have waited for a message, and each time anew.
 *
 * @param task bean of the task
 * @param message name of the message
 * @param since beans of the tasks after which it must be waited for again
 */
public record OnlyBehind(String task, String message, Set<String> since) implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return diagram.flows().flatMap(flow -> {
            var passed = new Passed(flow, this::opens, step -> since.contains(step.task()));
            return flow.steps()
                    .filter(step -> step.task().equals(task) && !passed.onEveryWayTo(step))
                    .map(step -> diagram.finding(
                            step.node(),
                            "can be reached though the message " + message + " has not come since the last of "
                                    + new TreeSet<>(since) + "; let every way to it wait for the message"));
        });
    }

    private boolean opens(Step step) {
        return step.message().filter(message::equals).isPresent();
    }
}
