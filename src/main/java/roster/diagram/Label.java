package roster.diagram;

import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What people call an element of a diagram. */
final class Label {

    /** What is drawn or listed; anything else, such as a listener, is a property of one of these. */
    private static final Pattern DRAWN =
            Pattern.compile("(?i).*(task|event|gateway|flow|process|message|activity|transaction)");

    private Label() {}

    /** Such as {@code "Send invitation" (ServiceTask_SendInvitation)}. */
    static String of(Element element) {
        if (!DRAWN.matcher(element.getLocalName()).matches() && element.getParentNode() instanceof Element owner) {
            return of(owner);
        }
        String name = element.getAttribute("name");
        String id = element.getAttribute("id");
        return name.isEmpty() ? id : "\"" + name + "\" (" + id + ")";
    }
}
