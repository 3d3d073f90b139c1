package roster.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A rule that looks at each element for itself. */
interface ElementRule extends Rule {

    /** What is wrong with this element and what would be right, as the rest of a sentence that begins with the element's label. */
    Optional<String> objection(Element element);

    @Override
    default Stream<Finding> findings(Diagram diagram) {
        return diagram.elements()
                .flatMap(element -> objection(element).map(objection -> diagram.finding(element, objection)).stream());
    }
}
