package roster.diagram;

import java.util.Optional;
import org.w3c.dom.Element;

/** One thing that a diagram has to keep to. */
interface Rule {

    /** What is wrong with this element and what would be right, as the rest of a sentence that begins with the element's label. */
    Optional<String> objection(Element element);
}
