package roster.diagram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.stereotype.Component;

/** What is deployed, and how much of it is running. Whether somebody may know is decided before. */
@Component
class DeployedDiagrams {

    private final RepositoryService repository;
    private final ManagementService management;
    private final HistoryService history;

    DeployedDiagrams(RepositoryService repository, ManagementService management, HistoryService history) {
        this.repository = repository;
        this.management = management;
        this.history = history;
    }

    /** The newest version of each process by key, with its instances over all versions. */
    List<DiagramVersion> newest() {
        Map<String, Long> instances = statistics().stream()
                .collect(Collectors.groupingBy(
                        ProcessDefinitionStatistics::getKey,
                        Collectors.summingLong(ProcessDefinitionStatistics::getInstances)));
        return versions(definitions().latestVersion()).stream()
                .map(newest -> newest.withRunning(instances.getOrDefault(newest.key(), 0L)))
                .sorted(Comparator.comparing(DiagramVersion::key))
                .toList();
    }

    /** Every version of a process, newest first. */
    List<DiagramVersion> versions(String key) {
        return versions(definitions()
                .processDefinitionKey(key)
                .orderByProcessDefinitionVersion()
                .desc());
    }

    Optional<ProcessDefinition> find(String key, int version) {
        return version < 1 // The engine fails on such a number
                ? Optional.empty()
                : definitions().processDefinitionKey(key).processDefinitionVersion(version).list().stream()
                        .findFirst();
    }

    Optional<ProcessDefinition> newest(String key) {
        return definitions().processDefinitionKey(key).latestVersion().list().stream()
                .findFirst();
    }

    BpmnModelInstance model(ProcessDefinition definition) {
        return repository.getBpmnModelInstance(definition.getId());
    }

    /** As it was deployed, in BPMN's XML. */
    byte[] bpmn(ProcessDefinition definition) {
        try (var in = repository.getProcessModel(definition.getId())) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Each version with its number of instances. */
    List<ProcessDefinitionStatistics> statistics() {
        return management.createProcessDefinitionStatisticsQuery().list();
    }

    /** Diagrams are for all workspaces. */
    private ProcessDefinitionQuery definitions() {
        return repository.createProcessDefinitionQuery().withoutTenantId();
    }

    private List<DiagramVersion> versions(ProcessDefinitionQuery query) {
        Map<String, Deployment> deployments = repository.createDeploymentQuery().list().stream()
                .collect(Collectors.toMap(Deployment::getId, Function.identity()));
        Map<String, String> people = deployers();
        Map<String, Integer> instances = statistics().stream()
                .collect(Collectors.toMap(
                        ProcessDefinitionStatistics::getId, ProcessDefinitionStatistics::getInstances));
        return query.list().stream()
                .flatMap(definition -> Stream.ofNullable(deployments.get(definition.getDeploymentId()))
                        .map(deployment -> new DiagramVersion(
                                definition.getKey(),
                                Objects.requireNonNullElse(definition.getName(), definition.getKey()),
                                definition.getVersion(),
                                deployment.getDeploymentTime().toInstant(),
                                deployment.getSource(),
                                people.get(deployment.getId()),
                                definition.getResourceName(),
                                instances.getOrDefault(definition.getId(), 0))))
                .toList();
    }

    /** Who made each deployment, as the engine has logged it. */
    private Map<String, String> deployers() {
        return history
                .createUserOperationLogQuery()
                .entityType(EntityTypes.DEPLOYMENT)
                .operationType(UserOperationLogEntry.OPERATION_TYPE_CREATE)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        UserOperationLogEntry::getDeploymentId,
                        UserOperationLogEntry::getUserId,
                        (one, sameOfAnotherProperty) -> one));
    }
}
