package roster.check;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** An event that waits for a message says for which. */
class MessageNamed implements ElementRule {

    private static final Set<String> CATCHERS = Set.of("startEvent", "intermediateCatchEvent", "boundaryEvent");

    private final SortedSet<String> known;

    MessageNamed(Set<String> known) {
        this.known = new TreeSet<>(known);
    }

    @Override
    public Optional<String> objection(Element element) {
        return waitsForMessage(element) && !names(element)
                ? Optional.of("waits for a message and does not say for which; choose one of " + known)
                : Optional.empty();
    }

    private static boolean waitsForMessage(Element element) {
        return "receiveTask".equals(element.getLocalName())
                || ("messageEventDefinition".equals(element.getLocalName())
                        && CATCHERS.contains(element.getParentNode().getLocalName()));
    }

    private static boolean names(Element element) {
        String reference = element.getAttribute("messageRef").replaceFirst("^.*:", "");
        var messages = element.getOwnerDocument().getElementsByTagNameNS(element.getNamespaceURI(), "message");
        for (int i = 0; i < messages.getLength(); i++) {
            if (((Element) messages.item(i)).getAttribute("id").equals(reference)) {
                return true;
            }
        }
        return false;
    }
}
