package roster.check;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** What a diagram does, one of our tasks does; the engine itself would find an unknown one only when an instance gets there. */
class KnownTasks implements ElementRule {

    private static final Set<String> DOERS = Set.of("serviceTask", "sendTask", "businessRuleTask");
    private static final Set<String> THROWERS = Set.of("intermediateThrowEvent", "endEvent");

    private final SortedSet<String> known = new TreeSet<>();

    KnownTasks(Set<String> beans) {
        beans.forEach(bean -> known.add("${" + bean + "}"));
    }

    @Override
    public Optional<String> objection(Element element) {
        if (!DOERS.contains(element.getLocalName()) && !throwsMessage(element)) {
            return Optional.empty();
        }
        String expression = Extension.attribute(element, "delegateExpression");
        if (expression.isEmpty()) {
            return Optional.of("has no delegate expression; it needs one of " + known);
        }
        return known.contains(expression)
                ? Optional.empty()
                : Optional.of("has the delegate expression " + expression + ", which Roster does not know; it knows "
                        + known);
    }

    private static boolean throwsMessage(Element element) {
        return "messageEventDefinition".equals(element.getLocalName())
                && THROWERS.contains(element.getParentNode().getLocalName());
    }
}
