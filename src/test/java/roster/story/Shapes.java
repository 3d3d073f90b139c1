package roster.story;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** Draws what a test has put into a diagram, anywhere: the engine takes only what can be seen. */
final class Shapes {

    private Shapes() {}

    static void complete(BpmnModelInstance model) {
        Set<BaseElement> drawn = Stream.concat(
                        model.getModelElementsByType(BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
                        model.getModelElementsByType(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))
                .collect(Collectors.toSet());
        BpmnPlane plane =
                model.getModelElementsByType(BpmnPlane.class).iterator().next();
        model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !drawn.contains(node))
                .forEach(node -> plane.addChildElement(shape(model, node)));
        model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(way -> !drawn.contains(way))
                .forEach(way -> plane.addChildElement(edge(model, way)));
    }

    private static BpmnShape shape(BpmnModelInstance model, FlowNode node) {
        BpmnShape shape = model.newInstance(BpmnShape.class);
        shape.setBpmnElement(node);
        Bounds bounds = model.newInstance(Bounds.class);
        bounds.setX(100);
        bounds.setY(100);
        bounds.setWidth(100);
        bounds.setHeight(80);
        shape.setBounds(bounds);
        return shape;
    }

    private static BpmnEdge edge(BpmnModelInstance model, SequenceFlow way) {
        BpmnEdge edge = model.newInstance(BpmnEdge.class);
        edge.setBpmnElement(way);
        for (double x : new double[] {100, 200}) {
            Waypoint point = model.newInstance(Waypoint.class);
            point.setX(x);
            point.setY(100);
            edge.addChildElement(point);
        }
        return edge;
    }
}
