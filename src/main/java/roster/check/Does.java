package roster.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A process does what it is started for, and nothing that another one is there for.
 *
 * @param process its key
 * @param task bean of the task that it is there for
 * @param others beans of the tasks that it may do as well
 */
public record Does(String process, String task, Set<String> others) implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return diagram.flow(process).flatMap(flow -> Stream.concat(missing(diagram, flow), foreign(diagram, flow)));
    }

    private Stream<Finding> missing(Diagram diagram, Flow flow) {
        boolean isDone = flow.reachable(flow.beginnings()).stream()
                .anyMatch(step -> step.task().equals(task));
        return isDone
                ? Stream.empty()
                : Stream.of(diagram.finding(flow.process(), "never does the task " + task + "; let a way lead to it"));
    }

    private Stream<Finding> foreign(Diagram diagram, Flow flow) {
        var own = new TreeSet<>(others);
        own.add(task);
        return flow.steps()
                .filter(step -> !step.task().isEmpty() && !own.contains(step.task()))
                .map(step -> diagram.finding(
                        step.node(),
                        "does " + step.task() + ", which belongs to another process; here it is one of " + own));
    }
}
