package roster.check;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Every user task asks the same people. A diagram that names others, a time or a form of its own would say what is not so, and some of it the engine reads
 * only when an instance gets there.
 *
 * @param group whom all are for
 */
public record AsksGroup(String group) implements ElementRule {

    private static final List<String> UNUSED =
            List.of("assignee", "candidateUsers", "dueDate", "followUpDate", "formKey", "formRef", "priority");

    @Override
    public Optional<String> objection(Element element) {
        if (!"userTask".equals(element.getLocalName())) {
            return Optional.empty();
        }
        String groups = Extension.attribute(element, "candidateGroups");
        if (!groups.isEmpty() && !groups.equals(group)) {
            return Optional.of("asks " + groups + ", but whoever may answer is asked; write " + group);
        }
        return UNUSED.stream()
                .filter(name -> !Extension.attribute(element, name).isEmpty())
                .findFirst()
                .map(name -> "has a setting that nothing looks at (" + name
                        + "); take it out, and let a timer at the task end the waiting");
    }
}
