package roster.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** What a process does can be seen: a step without a shape would run, and nobody would find it in the drawing. */
class FullyDrawn implements Rule {

    private static final Set<String> DRAWINGS = Set.of("BPMNShape", "BPMNEdge");

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        Set<String> drawn = diagram.elements()
                .filter(element -> DRAWINGS.contains(element.getLocalName()))
                .map(element -> element.getAttribute("bpmnElement"))
                .collect(Collectors.toSet());
        return Stream.of(FlowNode.class, SequenceFlow.class, Participant.class, Lane.class)
                .flatMap(type -> diagram.model().getModelElementsByType(type).stream())
                .map(BaseElement.class::cast)
                .filter(element -> !drawn.contains(element.getId()))
                .map(element -> diagram.finding(element, "is not drawn; draw it, or delete it"));
    }
}
