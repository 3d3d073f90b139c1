package roster.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;

/**
 * What lies on every way to a step. It is taken to lie everywhere at first, and taken back from where a way without it leads, until nothing changes
 * any more.
 */
final class Passed {

    /** @param meanwhile whether it is left while it is not done yet */
    private record Way(Step from, boolean meanwhile) {}

    private final Flow flow;
    private final Predicate<Step> opens;
    private final Predicate<Step> closes;
    private final Map<Step, List<Way>> waysTo = new HashMap<>();
    private final Set<Step> without;

    /**
     * @param opens what must be passed
     * @param closes after which it must be passed again
     */
    Passed(Flow flow, Predicate<Step> opens, Predicate<Step> closes) {
        this.flow = flow;
        this.opens = opens;
        this.closes = closes;
        this.without = flow.beginnings().collect(Collectors.toSet());
        for (Step step : flow.reachable(flow.beginnings())) {
            flow.after(step).forEach(to -> ways(to).add(new Way(step, false)));
            flow.meanwhile(step).forEach(to -> ways(to).add(new Way(step, true)));
        }
        boolean changed = true;
        while (changed) {
            changed = without.addAll(
                    waysTo.keySet().stream().filter(this::isReachedWithout).toList());
        }
    }

    boolean onEveryWayTo(Step step) {
        return !without.contains(step);
    }

    private List<Way> ways(Step to) {
        return waysTo.computeIfAbsent(to, none -> new ArrayList<>());
    }

    /** Where ways are joined, one of them with it is enough, for all of them have been taken. */
    private boolean isReachedWithout(Step step) {
        Stream<Way> ways = ways(step).stream();
        boolean joined = flow.joins(step) && step.node() instanceof ParallelGateway;
        return joined ? ways.allMatch(this::isWithout) : ways.anyMatch(this::isWithout);
    }

    private boolean isWithout(Way way) {
        boolean before = without.contains(way.from());
        return way.meanwhile() ? before : closes.test(way.from()) || (before && !opens.test(way.from()));
    }
}
