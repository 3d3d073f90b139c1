package roster.diagram;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;
import roster.check.Names;

/** Finds where processes stand on their diagrams. Whether somebody may know is decided before. */
@Component
public class Standings {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService repository;

    Standings(RuntimeService runtime, HistoryService history, RepositoryService repository) {
        this.runtime = runtime;
        this.history = history;
        this.repository = repository;
    }

    /** Nothing if there never was such a process in this tenant, or the engine's history of it has been cleaned. */
    public Optional<Standing> find(String tenant, String process, String businessKey) {
        return history
                .createHistoricProcessInstanceQuery()
                .tenantIdIn(tenant)
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(this::standing);
    }

    /** Nothing if the engine's history of this instance has been cleaned. */
    public Optional<Standing> find(String instance) {
        return history.createHistoricProcessInstanceQuery().processInstanceId(instance).list().stream()
                .findFirst()
                .map(this::standing);
    }

    private Standing standing(HistoricProcessInstance instance) {
        boolean ended = instance.getEndTime() != null;
        Stream<String> at = ended ? ends(instance.getId()) : active(instance.getId());
        List<Standing.Place> places = at.distinct()
                .map(id -> place(instance.getProcessDefinitionId(), id))
                .toList();
        return new Standing(instance.getId(), instance.getProcessDefinitionId(), ended, places);
    }

    private Stream<String> active(String instance) {
        ActivityInstance root = runtime.getActivityInstance(instance);
        return root == null ? Stream.empty() : leaves(root);
    }

    /** Also what waits for its job before it begins, which the engine counts as on the way there. */
    private static Stream<String> leaves(ActivityInstance parent) {
        return Stream.concat(
                Arrays.stream(parent.getChildTransitionInstances()).map(TransitionInstance::getActivityId),
                Arrays.stream(parent.getChildActivityInstances())
                        .flatMap(child -> isLeaf(child) ? Stream.of(child.getActivityId()) : leaves(child)));
    }

    private static boolean isLeaf(ActivityInstance activity) {
        return activity.getChildActivityInstances().length == 0 && activity.getChildTransitionInstances().length == 0;
    }

    /** The end events of the process itself, not those of a subprocess, after which it went on. */
    private Stream<String> ends(String instance) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance).completeScope().list().stream()
                .filter(end -> instance.equals(end.getParentActivityInstanceId()))
                .map(HistoricActivityInstance::getActivityId);
    }

    private Standing.Place place(String definition, String id) {
        ModelElementInstance element =
                repository.getBpmnModelInstance(definition).getModelElementById(id);
        boolean awaited = element instanceof CatchEvent || element instanceof EventBasedGateway;
        return new Standing.Place(id, Names.of(element, id), awaited);
    }
}
