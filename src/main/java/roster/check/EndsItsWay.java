package roster.check;

import java.util.Optional;
import org.w3c.dom.Element;

/** An end ends its own way. One that terminates would end with a reminder or a notice the whole process, and what is waited for could never happen. */
class EndsItsWay implements ElementRule {

    @Override
    public Optional<String> objection(Element element) {
        return "terminateEventDefinition".equals(element.getLocalName())
                ? Optional.of("ends everything else that goes on as well; make it a plain end event")
                : Optional.empty();
    }
}
