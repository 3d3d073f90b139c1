package roster.check;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Between some tasks and some others a process listens to messages wherever it waits, and does not end.
 *
 * @param process key of the process
 * @param since beans of the tasks with which it begins to listen
 * @param until beans of the tasks with which it need not listen any more
 * @param messages names
 */
public record Listens(String process, Set<String> since, Set<String> until, Set<String> messages) implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return diagram.flow(process).flatMap(flow -> {
            Set<Step> begin = with(since, flow.steps());
            Set<Step> between = Flow.reach(
                    begin.stream().flatMap(step -> onwards(flow, step)),
                    step -> isOneOf(until, step) ? Stream.empty() : onwards(flow, step));
            Set<Step> done = new HashSet<>(between);
            done.removeAll(with(until, between.stream()));
            done.addAll(begin);
            Stream<Wait> waits = Stream.concat(
                    between.stream().flatMap(step -> Wait.before(flow, step)),
                    done.stream().flatMap(step -> Wait.after(flow, step)));
            return Stream.concat(
                    waits.flatMap(wait -> deaf(diagram, wait)),
                    done.stream()
                            .filter(step -> flow.after(step).isEmpty())
                            .map(step -> diagram.finding(
                                    step.node(),
                                    "ends the process before one of " + new TreeSet<>(until)
                                            + " is done; let it lead there first")));
        });
    }

    private Stream<Finding> deaf(Diagram diagram, Wait wait) {
        return new TreeSet<>(messages)
                .stream()
                        .filter(message -> !wait.listensTo(message))
                        .map(message -> diagram.finding(
                                wait.at().node(),
                                "waits where nobody hears the message " + message
                                        + (wait.inJob()
                                                ? "; put it into a sub-process with an event for it"
                                                : "; attach an event for it, or put it into a sub-process with one")));
    }

    /** Without what runs beside, for that leaves what listens where it is. */
    private Stream<Step> onwards(Flow flow, Step step) {
        Stream<Step> after = flow.after(step).stream();
        return Stream.concat(
                flow.forks(step) ? after.filter(next -> !runsBeside(flow, next)) : after,
                flow.meanwhile(step).filter(Step::interrupts));
    }

    /** A branch that only does something and ends. */
    private boolean runsBeside(Flow flow, Step branch) {
        return Flow.reach(Stream.of(branch), step -> flow.after(step).stream()).stream()
                .noneMatch(step -> step.waits() || flow.joins(step) || isOneOf(since, step) || isOneOf(until, step));
    }

    private static Set<Step> with(Set<String> tasks, Stream<Step> steps) {
        return new HashSet<>(steps.filter(step -> isOneOf(tasks, step)).toList());
    }

    private static boolean isOneOf(Set<String> tasks, Step step) {
        return tasks.contains(step.task());
    }
}
