package roster.rollout;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import roster.check.Finding;
import roster.diagram.Running;
import roster.diagram.RunningInstances;

/** Which instances can be moved to the newest version of their process. Elements of two versions are the same if they have the same id and kind. */
@Component
class RolloutPlans {

    private final RunningInstances running;
    private final RepositoryService repository;
    private final RuntimeService runtime;

    RolloutPlans(RunningInstances running, RepositoryService repository, RuntimeService runtime) {
        this.running = running;
        this.repository = repository;
        this.runtime = runtime;
    }

    /** @param workspace only instances of this one, if given */
    RolloutPlan of(String process, Timers timers, @Nullable UUID workspace) {
        List<ProcessDefinition> versions = versions(process);
        ProcessDefinition newest = versions.get(0);
        List<Running> everywhere = running.of(Set.of(process));
        List<Running> places = earlier(versions)
                .flatMap(version -> places(version, workspace, everywhere))
                .toList();
        List<Finding> findings = earlier(versions)
                .flatMap(version -> lost(version, newest, places))
                .toList();
        long total = earlier(versions)
                .mapToLong(version -> on(version, workspace).count())
                .sum();
        return new RolloutPlan(process, newest.getVersion(), timers, workspace, total, places, findings, null);
    }

    /** The engine's ids of those that the plan moves. */
    List<String> instances(RolloutPlan plan) {
        return earlier(versions(plan.process()))
                .flatMap(version -> on(version, plan.workspace()).list().stream())
                .map(ProcessInstance::getId)
                .toList();
    }

    private Stream<Running> places(ProcessDefinition version, @Nullable UUID workspace, List<Running> everywhere) {
        return everywhere.stream()
                .filter(place -> place.version() == version.getVersion())
                .map(place -> workspace == null ? place : within(workspace, version, place))
                .filter(place -> place.instances() > 0);
    }

    /** Where instances stand that the newest version has no place for. */
    private Stream<Finding> lost(ProcessDefinition version, ProcessDefinition newest, List<Running> places) {
        List<Running> here = places.stream()
                .filter(place -> place.version() == version.getVersion())
                .toList();
        if (here.isEmpty()) {
            return Stream.empty();
        }
        Set<String> kept = kept(between(version, newest));
        return here.stream().filter(place -> !kept.contains(place.element())).map(place -> lost(newest, place));
    }

    private ProcessInstanceQuery on(ProcessDefinition version, @Nullable UUID workspace) {
        var instances = runtime.createProcessInstanceQuery().processDefinitionId(version.getId());
        return workspace == null ? instances : instances.tenantIdIn(workspace.toString());
    }

    private Running within(UUID workspace, ProcessDefinition version, Running place) {
        long instances = on(version, workspace).activityIdIn(place.element()).count();
        return new Running(place.process(), place.version(), place.element(), place.label(), instances);
    }

    /** How the engine moves instances from one version to another. */
    MigrationPlan between(ProcessDefinition from, ProcessDefinition to) {
        return runtime.createMigrationPlan(from.getId(), to.getId())
                .mapEqualActivities()
                .build();
    }

    /** Ids of the elements that both versions have. */
    static Set<String> kept(MigrationPlan plan) {
        return plan.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
    }

    private static Finding lost(ProcessDefinition newest, Running place) {
        return Finding.of(
                newest.getResourceName(),
                place.element(),
                place.label(),
                "is not in version " + newest.getVersion() + ", but "
                        + place.instances() + " instances of version " + place.version()
                        + " stand at it; deploy a version that has it, or wait until they have left it");
    }

    private static Stream<ProcessDefinition> earlier(List<ProcessDefinition> versions) {
        return versions.stream().skip(1);
    }

    /** Newest first. */
    private List<ProcessDefinition> versions(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .withoutTenantId()
                .orderByProcessDefinitionVersion()
                .desc()
                .list();
    }
}
