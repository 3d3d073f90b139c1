package roster.check;

import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** What people call the elements of a diagram. */
public final class Names {

    private Names() {}

    /** A gateway without a name is known by what comes next, anything else without one by its id. */
    public static String of(@Nullable ModelElementInstance element, String id) {
        String name = name(element);
        String label = name.isEmpty() && element instanceof FlowNode node ? next(node) : name;
        return label.isEmpty() ? id : label;
    }

    private static String next(FlowNode node) {
        return node.getModelInstance().getModelElementsByType(SequenceFlow.class).stream()
                .filter(way -> node.equals(way.getSource()))
                .map(way -> name(way.getTarget()))
                .filter(next -> !next.isEmpty())
                .sorted()
                .collect(Collectors.joining(" / "));
    }

    private static String name(@Nullable ModelElementInstance element) {
        String name = element == null ? null : element.getAttributeValue("name");
        return name == null ? "" : name.strip().replaceAll("\\s+", " ");
    }
}
