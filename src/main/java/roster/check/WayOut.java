package roster.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whoever waits gets away, though nobody acts: after a time, or because it is called off. */
class WayOut implements Rule {

    private final Set<String> endings;

    /** @param endings messages that call a process off */
    WayOut(Set<String> endings) {
        this.endings = new TreeSet<>(endings);
    }

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return diagram.flows()
                .flatMap(flow -> flow.steps().flatMap(step -> Wait.before(flow, step)))
                .filter(wait ->
                        !wait.inJob() && !wait.ends() && endings.stream().noneMatch(wait::listensTo))
                .map(wait -> diagram.finding(
                        wait.at().node(),
                        "may wait for ever; attach a timer to it"
                                + (endings.isEmpty() ? "" : ", or an event for " + endings)));
    }
}
