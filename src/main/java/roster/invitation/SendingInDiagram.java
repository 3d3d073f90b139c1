package roster.invitation;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;

/** Where a diagram sends invitations. Its other mails, such as reminders, say nothing about what became of the sending. */
final class SendingInDiagram {

    private static final String EXPRESSION = "${sendInvitation}";

    private SendingInDiagram() {}

    /** The ids of the elements. */
    static Stream<String> of(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(FlowNode.class).stream()
                .filter(SendingInDiagram::sends)
                .map(FlowNode::getId);
    }

    /** A task does so itself, an event by what defines it. */
    private static boolean sends(FlowNode node) {
        return Stream.concat(Stream.of(node), node.getChildElementsByType(MessageEventDefinition.class).stream())
                .anyMatch(element -> EXPRESSION.equals(
                        element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "delegateExpression")));
    }
}
