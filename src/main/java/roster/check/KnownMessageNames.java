package roster.check;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** A diagram that waits for a message that nobody sends would wait for ever. */
class KnownMessageNames implements ElementRule {

    private final SortedSet<String> known;

    KnownMessageNames(Set<String> known) {
        this.known = new TreeSet<>(known);
    }

    @Override
    public Optional<String> objection(Element element) {
        return "message".equals(element.getLocalName()) && !known.contains(element.getAttribute("name"))
                ? Optional.of("is a message that nothing sends; Roster sends " + known)
                : Optional.empty();
    }
}
