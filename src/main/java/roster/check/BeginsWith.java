package roster.check;

import java.util.stream.Stream;

/**
 * A process begins, at once, with the step that checks the request: it runs in the transaction of who starts it, and until then nobody has checked
 * the request and nothing of it is stored.
 *
 * @param process key of the process
 * @param task the bean that its first step calls
 */
public record BeginsWith(String process, String task) implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return diagram.flow(process)
                .flatMap(
                        flow -> flow.beginnings().filter(start -> start.isFollowedByJob() || !leadsToTask(flow, start)))
                .map(start -> diagram.finding(
                        start.node(),
                        "must lead straight to the task " + task + ", without waiting; put other steps behind it"));
    }

    private boolean leadsToTask(Flow flow, Step start) {
        return flow.after(start).stream().allMatch(step -> step.task().equals(task) && !step.isJob());
    }
}
