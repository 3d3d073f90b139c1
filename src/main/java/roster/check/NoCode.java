package roster.check;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Diagrams are edited by business: they bring no code and name no class, and what they do goes through our tasks. */
class NoCode implements ElementRule {

    private static final Set<String> ELEMENTS =
            Set.of("scriptTask", "script", "executionListener", "taskListener", "connector", "constraint");
    /** Of the engine's extensions, so without those of other tools that may mean something else. */
    private static final Set<String> EXTENSIONS = Set.of(
            "class",
            "expression",
            "type",
            "resource",
            "decisionRef",
            "formHandlerClass",
            "variableMappingClass",
            "variableMappingDelegateExpression");
    /** Of the standard: the language of a condition. */
    private static final Set<String> LANGUAGES = Set.of("language", "scriptFormat");

    @Override
    public Optional<String> objection(Element element) {
        if (ELEMENTS.contains(element.getLocalName())) {
            return Optional.of(refusal(element.getLocalName()));
        }
        return Stream.concat(
                        EXTENSIONS.stream()
                                .filter(name ->
                                        !Extension.attribute(element, name).isEmpty()),
                        LANGUAGES.stream().filter(element::hasAttribute))
                .sorted()
                .findFirst()
                .map(NoCode::refusal);
    }

    private static String refusal(String what) {
        return "brings code of its own (" + what + "); let a service task with a delegate expression do it";
    }
}
