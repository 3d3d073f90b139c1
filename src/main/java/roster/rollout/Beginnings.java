package roster.rollout;

import java.time.Instant;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** When an instance reached the place that a timer belongs to: for the expiry of an invitation, when it was sent for the last time. */
@Component
class Beginnings {

    private final RepositoryService repository;
    private final HistoryService history;

    Beginnings(RepositoryService repository, HistoryService history) {
        this.repository = repository;
        this.history = history;
    }

    Instant of(TimerEntity timer) {
        ModelElementInstance event = repository
                .getBpmnModelInstance(timer.getProcessDefinitionId())
                .getModelElementById(timer.getActivityId());
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(timer.getProcessInstanceId())
                .activityId(place(event))
                .unfinished()
                .orderByHistoricActivityInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .map(HistoricActivityInstance::getStartTime)
                .findFirst()
                .orElseGet(() -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(timer.getProcessInstanceId())
                        .singleResult()
                        .getStartTime())
                .toInstant();
    }

    /** What the timer is attached to, the gateway that waits for it, the part of the diagram that it can start an event subprocess in, or itself. */
    private static String place(ModelElementInstance event) {
        if (event instanceof BoundaryEvent boundary) {
            return boundary.getAttachedTo().getId();
        }
        if (event instanceof StartEvent) {
            return String.valueOf(event.getParentElement().getParentElement().getAttributeValue("id"));
        }
        FlowNode waits = (FlowNode) event;
        return Stream.concat(
                        waits.getPreviousNodes().list().stream().filter(EventBasedGateway.class::isInstance),
                        Stream.of(waits))
                .map(FlowNode::getId)
                .findFirst()
                .orElseThrow();
    }
}
