package roster.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;

/**
 * A place where a process waits.
 *
 * @param inJob whether for a job; an event at the step itself does not listen then
 * @param awaited what it goes on with
 * @param meanwhile events that can happen instead
 */
record Wait(Step at, boolean inJob, Set<Step> awaited, Set<Step> meanwhile) {

    /** Each until this step is done. */
    static Stream<Wait> before(Flow flow, Step step) {
        boolean chooses = step.node() instanceof EventBasedGateway;
        Set<Step> awaited = chooses ? Set.copyOf(flow.after(step)) : Set.of(step);
        return Stream.concat(
                step.isJob() ? Stream.of(job(flow, step)) : Stream.empty(),
                step.waits() && !flow.isAnswer(step)
                        ? Stream.of(new Wait(step, false, awaited, set(flow.meanwhile(step))))
                        : Stream.empty());
    }

    /** Once this step is done, until the next one begins. */
    static Stream<Wait> after(Flow flow, Step step) {
        return step.isFollowedByJob() ? Stream.of(job(flow, step)) : Stream.empty();
    }

    private static Wait job(Flow flow, Step step) {
        return new Wait(step, true, Set.of(), set(flow.outside(step)));
    }

    private static Set<Step> set(Stream<Step> steps) {
        return steps.collect(Collectors.toSet());
    }

    /** Everything that can happen here. */
    Stream<Step> events() {
        return Stream.concat(awaited.stream(), meanwhile.stream());
    }

    /** Whether this message takes it away from here. */
    boolean listensTo(String message) {
        return leaving()
                .anyMatch(event -> event.message().filter(message::equals).isPresent());
    }

    /** Whether time alone takes it away from here. */
    boolean ends() {
        return leaving().anyMatch(Step::isTimer);
    }

    private Stream<Step> leaving() {
        return Stream.concat(awaited.stream(), meanwhile.stream().filter(Step::interrupts));
    }
}
