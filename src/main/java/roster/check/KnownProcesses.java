package roster.check;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** A process with a key that nothing starts would be deployed, and the one that it was meant to replace would stay in use. */
class KnownProcesses implements ElementRule {

    private final SortedSet<String> known;

    KnownProcesses(Set<String> keys) {
        this.known = new TreeSet<>(keys);
    }

    @Override
    public Optional<String> objection(Element element) {
        return "process".equals(element.getLocalName()) && !known.contains(element.getAttribute("id"))
                ? Optional.of("is a process that nothing starts; its id must be one of " + known)
                : Optional.empty();
    }
}
