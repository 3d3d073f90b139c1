package roster.check;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A process waits for a message at one place at a time; of two the engine could not tell which is meant, and would refuse the message. */
class AskedOnce implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return diagram.flows()
                .flatMap(flow -> Stream.concat(atOnePlace(flow), onBranches(flow))
                        .distinct()
                        .map(event -> diagram.finding(
                                event.node(),
                                "waits for the message " + event.message().orElse("")
                                        + " while something else waits for it as well; keep one of them")));
    }

    private static Stream<Step> atOnePlace(Flow flow) {
        return flow.steps()
                .flatMap(step -> Stream.concat(Wait.before(flow, step), Wait.after(flow, step)))
                .flatMap(wait -> doubled(wait.events()));
    }

    private static Stream<Step> doubled(Stream<Step> events) {
        Set<String> heard = new HashSet<>();
        return events
                .filter(event -> event.message().isPresent())
                .sorted(Comparator.comparing(event -> event.node().getId()))
                .filter(event -> !heard.add(event.message().orElseThrow()))
                .toList()
                .stream();
    }

    private static Stream<Step> onBranches(Flow flow) {
        return Stream.concat(
                        flow.steps().filter(flow::forks).map(flow::after),
                        flow.steps()
                                .filter(event -> event.node() instanceof BoundaryEvent && !event.interrupts())
                                .map(event -> List.of(new Step(((BoundaryEvent) event.node()).getAttachedTo()), event)))
                .flatMap(branches -> atOnce(flow, branches));
    }

    private static Stream<Step> atOnce(Flow flow, List<Step> branches) {
        List<Set<Step>> regions =
                branches.stream().map(branch -> region(flow, branch)).toList();
        return regions.stream()
                .flatMap(region -> regions.stream()
                        .filter(other -> other != region)
                        .flatMap(other -> other.stream()
                                .filter(event -> event.message().isPresent())
                                .filter(event -> region.stream()
                                        .anyMatch(one -> one.message().equals(event.message())))));
    }

    /** What can be reached before the branch is joined with others or its sub-process is over. */
    private static Set<Step> region(Flow flow, Step branch) {
        ModelElementInstance scope = branch.node().getParentElement();
        return Flow.reach(
                Stream.of(branch),
                step -> Stream.concat(
                                flow.after(step).stream().filter(next -> !flow.joins(next)),
                                flow.at(step.node()).filter(Step::interrupts))
                        .filter(next -> Flow.around(next.node()).contains(scope)));
    }
}
