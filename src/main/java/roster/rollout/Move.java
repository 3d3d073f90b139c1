package roster.rollout;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import roster.diagram.Standing;
import roster.diagram.Standings;
import roster.engine.ProcessInput;
import roster.engine.TryLater;
import roster.invitation.InvitationExpiry;
import roster.member.MemberManagement;

/** Moves one instance to the version of its roll-out, in the transaction of its job. */
@Component
class Move {

    private final RolloutPlans plans;
    private final PendingTimers timers;
    private final Standings standings;
    private final MemberManagement members;
    private final InvitationExpiry expiry;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;

    Move(
            RolloutPlans plans,
            PendingTimers timers,
            Standings standings,
            MemberManagement members,
            InvitationExpiry expiry,
            RuntimeService runtime,
            RepositoryService repository,
            ManagementService management) {
        this.plans = plans;
        this.timers = timers;
        this.standings = standings;
        this.members = members;
        this.expiry = expiry;
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
    }

    /**
     * Leaves alone what has ended, and what is on the version already or on a later one.
     *
     * @throws NotMovable naming where it stands
     * @throws TryLater while somebody else acts on it
     */
    void make(StartedRollout rollout, String instance) {
        try {
            // Locked as at every door, so that whoever acts on the row comes before or after
            find(instance).flatMap(Move::target).ifPresent(members::lock);
            find(instance).ifPresent(found -> move(found, rollout));
        } catch (ConcurrencyFailureException somebodyWasFaster) {
            throw new TryLater("Somebody else changed it at the same moment", somebodyWasFaster);
        }
    }

    private void move(ProcessInstance instance, StartedRollout rollout) {
        ProcessDefinition from = repository.getProcessDefinition(instance.getProcessDefinitionId());
        if (from.getVersion() >= rollout.version()) {
            return;
        }
        requireIdle(instance);
        MigrationPlan plan = plans.between(from, to(rollout));
        requireKept(instance, plan, rollout.version());
        timers.across(
                instance.getId(),
                from.getId(),
                rollout.timers(),
                () -> runtime.newMigration(plan)
                        .processInstanceIds(instance.getId())
                        .execute());
        if (instance.isSuspended()) { // The engine forgets it of timers that the newer version adds
            management.suspendJobByProcessInstanceId(instance.getId());
        }
        target(instance).ifPresent(expiry::follow);
    }

    /** A mail that is being sent now would be sent again, if the move made its job fail behind it. */
    private void requireIdle(ProcessInstance instance) {
        if (management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .acquired()
                        .count()
                > 0) {
            throw new TryLater("A job of it is running", null);
        }
    }

    private void requireKept(ProcessInstance instance, MigrationPlan plan, int version) {
        Set<String> kept = RolloutPlans.kept(plan);
        String lost = standings.find(instance.getId()).stream()
                .flatMap(standing -> standing.at().stream())
                .filter(place -> !kept.contains(place.id()))
                .map(Move::named)
                .collect(Collectors.joining(", "));
        if (!lost.isEmpty()) {
            throw new NotMovable(lost + " is not in version " + version);
        }
    }

    private static String named(Standing.Place place) {
        return "\"" + place.label() + "\" (" + place.id() + ")";
    }

    private ProcessDefinition to(StartedRollout rollout) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(rollout.process())
                .processDefinitionVersion(rollout.version())
                .withoutTenantId()
                .singleResult();
    }

    private Optional<ProcessInstance> find(String instance) {
        return runtime.createProcessInstanceQuery().processInstanceId(instance).list().stream()
                .findFirst();
    }

    /** The row of the member list that it is about. */
    private static Optional<UUID> target(ProcessInstance instance) {
        return ProcessInput.parsed(instance.getBusinessKey());
    }
}
