package roster.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a message asks for is done in the transaction that brings it, so that whoever sent it knows that it is done, and what came with it is still there.
 *
 * @param process key of the process
 * @param message name of the message
 * @param tasks beans of the tasks, of which one must follow on every way
 */
public record FollowedBy(String process, String message, Set<String> tasks) implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return diagram.flow(process)
                .flatMap(flow -> flow.steps()
                        .filter(step -> step.message().filter(message::equals).isPresent() && !leadsToTask(flow, step)))
                .map(step -> diagram.finding(
                        step.node(),
                        "must lead to one of the tasks " + new TreeSet<>(tasks)
                                + " on every way, without waiting before; put other steps behind it"));
    }

    private boolean leadsToTask(Flow flow, Step event) {
        return Flow.reach(Stream.of(event), step -> isTask(step) ? Stream.empty() : flow.after(step).stream()).stream()
                .allMatch(step -> isTask(step) ? !step.isJob() : goesOnAtOnce(flow, step, event));
    }

    private static boolean goesOnAtOnce(Flow flow, Step step, Step event) {
        boolean stops = step.isJob() || step.waits();
        return (step.equals(event) || !stops)
                && !step.isFollowedByJob()
                && !flow.after(step).isEmpty();
    }

    private boolean isTask(Step step) {
        return tasks.contains(step.task());
    }
}
