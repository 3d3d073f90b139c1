package roster.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A step is reached only on ways on which a task has been done, and each time anew.
 *
 * @param process its key
 * @param task bean of the task that comes first
 * @param step bean of the task, or name of the message, that comes behind it
 * @param since beans of the tasks after which it must be done again
 */
public record DoneBefore(String process, String task, String step, Set<String> since) implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return diagram.flow(process).flatMap(flow -> {
            var done = new Passed(flow, passed -> passed.task().equals(task), passed -> since.contains(passed.task()));
            return flow.steps()
                    .filter(found -> isStep(found) && !done.onEveryWayTo(found))
                    .map(found -> diagram.finding(
                            found.node(),
                            "can be reached though the task " + task + " has not been done"
                                    + (since.isEmpty() ? "" : " since the last of " + new TreeSet<>(since))
                                    + "; let every way to it come through that task"));
        });
    }

    private boolean isStep(Step found) {
        return found.task().equals(step) || found.message().filter(step::equals).isPresent();
    }
}
