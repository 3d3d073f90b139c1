package roster.check;

import java.util.List;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Element;

/** What the engine adds to the standard. */
final class Extension {

    /** The second is what the engine was called once; it still takes it for its own. */
    private static final List<String> NAMESPACES =
            List.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");

    private Extension() {}

    /** The value, or an empty text if there is none. */
    static String attribute(Element element, String name) {
        return NAMESPACES.stream()
                .map(namespace -> element.getAttributeNS(namespace, name))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The value, or an empty text if there is none. */
    static String attribute(ModelElementInstance element, String name) {
        return NAMESPACES.stream()
                .map(namespace -> element.getAttributeValueNs(namespace, name))
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
