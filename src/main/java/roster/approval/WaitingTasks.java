package roster.approval;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.springframework.stereotype.Component;
import roster.engine.ProcessInput;

/** Asks the engine for the user tasks of a workspace. Whether somebody may know is decided before. */
@Component
class WaitingTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;

    WaitingTasks(
            TaskService tasks, RuntimeService runtime, RepositoryService repository, ManagementService management) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
    }

    long count(UUID workspace) {
        return of(workspace).count();
    }

    /** Those that wait longest first. */
    List<WaitingTask> oldest(UUID workspace, int limit) {
        return of(workspace).orderByTaskCreateTime().asc().orderByTaskId().asc().listPage(0, limit).stream()
                .flatMap(this::waiting)
                .toList();
    }

    Optional<WaitingTask> find(UUID id) {
        return tasks.createTaskQuery().taskId(id.toString()).active().list().stream()
                .flatMap(this::waiting)
                .findFirst();
    }

    void complete(UUID id, boolean approved) {
        tasks.complete(id.toString(), Map.of(ApprovalsInDiagram.ANSWER, approved));
    }

    private TaskQuery of(UUID workspace) {
        return tasks.createTaskQuery().tenantIdIn(workspace.toString()).active();
    }

    /** Nothing for what has been answered meanwhile, or is no process about a row of the member list. */
    private Stream<WaitingTask> waiting(Task task) {
        return runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).list().stream()
                .flatMap(instance ->
                        ProcessInput.parsed(instance.getBusinessKey())
                                .map(target -> waiting(task, instance, target))
                                .stream());
    }

    private WaitingTask waiting(Task task, ProcessInstance instance, UUID target) {
        return new WaitingTask(
                UUID.fromString(task.getId()),
                task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
                UUID.fromString(task.getTenantId()),
                instance.getProcessDefinitionKey(),
                target,
                variables(instance),
                task.getCreateTime().toInstant(),
                until(task).orElse(null));
    }

    /** By a query, which finds nothing where an answer has ended the process meanwhile; asking for them would fail. */
    private Map<String, Object> variables(ProcessInstance instance) {
        var variables = new HashMap<String, Object>();
        runtime.createVariableInstanceQuery()
                .executionIdIn(instance.getId())
                .list()
                .forEach(variable -> variables.put(variable.getName(), variable.getValue()));
        return variables;
    }

    private Optional<Instant> until(Task task) {
        return repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementsByType(BoundaryEvent.class)
                .stream()
                .filter(event ->
                        event.cancelActivity() && event.getAttachedTo().getId().equals(task.getTaskDefinitionKey()))
                .flatMap(event -> management
                        .createJobQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .activityId(event.getId())
                        .timers()
                        .list()
                        .stream())
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .min(Comparator.naturalOrder());
    }
}
