package roster.check;

import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Each step is done once: of several answers the last one alone would count, and a message would be awaited several times. */
class DoneOnce implements ElementRule {

    private static final Set<String> LOOPS = Set.of("multiInstanceLoopCharacteristics", "standardLoopCharacteristics");

    @Override
    public Optional<String> objection(Element element) {
        return LOOPS.contains(element.getLocalName())
                ? Optional.of("is to be repeated; let it be done once, and draw a way back to what is to be done again")
                : Optional.empty();
    }
}
