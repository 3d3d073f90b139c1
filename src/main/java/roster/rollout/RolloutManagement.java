package roster.rollout;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import roster.account.CurrentPerson;
import roster.check.Finding;
import roster.diagram.DiagramManagement;
import roster.diagram.DiagramRefused;
import roster.engine.Attempt;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.workspace.Access;

/** The door to roll-outs: platform operators start them, and analysts may look at them. */
@Component
public class RolloutManagement {

    private final DiagramManagement diagrams;
    private final RolloutPlans plans;
    private final RolloutBatches batches;
    private final RolloutStore store;
    private final Progress progress;
    private final CurrentPerson current;
    private final Access access;
    private final Attempt attempt;
    private final Clock clock;

    RolloutManagement(
            DiagramManagement diagrams,
            RolloutPlans plans,
            RolloutBatches batches,
            RolloutStore store,
            Progress progress,
            CurrentPerson current,
            Access access,
            Attempt attempt,
            Clock clock) {
        this.diagrams = diagrams;
        this.plans = plans;
        this.batches = batches;
        this.store = store;
        this.progress = progress;
        this.current = current;
        this.access = access;
        this.attempt = attempt;
        this.clock = clock;
    }

    /**
     * What a roll-out would do.
     *
     * @param timers a name of {@link Timers}
     * @param workspace only instances of this one, if given
     * @throws Problem NOT_ALLOWED, NOT_FOUND, INVALID_INPUT
     */
    public RolloutPlan plan(String process, @Nullable String timers, @Nullable UUID workspace) {
        access.requireOperator();
        requireProcess(process);
        return plans.of(process, Timers.of(timers), workspace);
    }

    /**
     * Starts a roll-out, if any instance is on an earlier version.
     *
     * @param timers a name of {@link Timers}
     * @param workspace only instances of this one, if given
     * @throws Problem as {@link #plan}, and ROLLOUT_REFUSED naming each element that the newest version does not have
     */
    public RolloutPlan start(String process, @Nullable String timers, @Nullable UUID workspace) {
        return attempt.run(() -> {
            RolloutPlan plan = plan(process, timers, workspace);
            refuseIfAny(plan.findings());
            return plan.total() == 0 ? plan : plan.started(started(plan));
        });
    }

    /**
     * The roll-outs of a process, newest first, without who could not be moved.
     *
     * @throws Problem NOT_ALLOWED, NOT_FOUND
     */
    public List<Rollout> list(String process) {
        requireProcess(process);
        return store.of(process).stream().map(progress::briefly).toList();
    }

    /** @throws Problem NOT_ALLOWED, NOT_FOUND */
    public Rollout get(String process, UUID id) {
        requireProcess(process);
        return progress.of(find(process, id));
    }

    /**
     * Tries again to move those that could not be moved.
     *
     * @throws Problem NOT_ALLOWED, NOT_FOUND
     */
    public Rollout retry(String process, UUID id) {
        access.requireOperator();
        requireProcess(process);
        StartedRollout rollout = find(process, id);
        attempt.run(() -> {
            batches.retry(id);
            return id;
        });
        return progress.of(rollout);
    }

    private Rollout started(RolloutPlan plan) {
        List<String> instances = plans.instances(plan);
        var started = new StartedRollout(
                batches.start(plan.process(), instances),
                plan.process(),
                plan.version(),
                plan.timers(),
                plan.workspace(),
                instances.size(),
                clock.instant(),
                current.require().userId());
        store.add(started);
        return progress.of(started);
    }

    /** Who may see what is deployed may see its roll-outs. */
    private void requireProcess(String process) {
        diagrams.versions(process);
    }

    private StartedRollout find(String process, UUID id) {
        return store.find(id)
                .filter(rollout -> rollout.process().equals(process))
                .orElseThrow(() -> Problem.notFound("roll-out"));
    }

    private static void refuseIfAny(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw Problem.of(
                    ProblemType.ROLLOUT_REFUSED,
                    findings.stream().map(Finding::message).collect(Collectors.joining("\n")),
                    DiagramRefused.errors(findings));
        }
    }
}
