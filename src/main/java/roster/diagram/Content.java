package roster.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** What stands in a part of a diagram, however it is laid out in the file. */
record Content(String text) {

    /** Said by the elements themselves. */
    private static final Set<String> SAID_ELSEWHERE = Set.of("incoming", "outgoing");

    /** Editors write what is drawn in an order of their own. */
    private static final Set<String> UNORDERED = Set.of("BPMNPlane");

    /** Of the whole file, with the drawing. */
    static Content of(BpmnModelInstance model) {
        var root = ((Document) model.getDocument().getDomSource().getNode()).getDocumentElement();
        return new Content(text(root, true));
    }

    /** Of one element without those that stand in it. */
    static Content of(BaseElement element) {
        Document document = (Document)
                element.getModelInstance().getDocument().getDomSource().getNode();
        var all = document.getElementsByTagNameNS("*", element.getElementType().getTypeName());
        return new Content(IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .map(Element.class::cast)
                .filter(found -> found.getAttribute("id").equals(element.getId()))
                .map(found -> text(found, false))
                .collect(Collectors.joining()));
    }

    private static String text(Element element, boolean whole) {
        var parts = new ArrayList<String>();
        parts.add(element.getLocalName());
        attributes(element).stream().sorted().forEach(parts::add);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && (whole || isPartOf(inner))) {
                parts.add(text(inner, whole));
            } else if (child instanceof Text words && !words.getData().isBlank()) {
                parts.add(words.getData().strip());
            }
        }
        if (UNORDERED.contains(element.getLocalName())) {
            Collections.sort(parts);
        }
        return parts.toString();
    }

    private static boolean isPartOf(Element inner) {
        return (inner.getAttribute("id").isEmpty() && !SAID_ELSEWHERE.contains(inner.getLocalName()))
                || inner.getLocalName().endsWith("EventDefinition");
    }

    private static List<String> attributes(Element element) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .filter(attribute -> !attribute.getNodeName().startsWith("xmlns"))
                .map(attribute ->
                        attribute.getNamespaceURI() + " " + attribute.getLocalName() + "=" + attribute.getNodeValue())
                .toList();
    }
}
