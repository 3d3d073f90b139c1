package roster.check;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Message;

/** Each message is defined once, so that nobody edits one of two that look the same. */
class OneDefinition implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        Set<String> seen = new HashSet<>();
        return diagram.model().getModelElementsByType(Message.class).stream()
                .filter(message -> !seen.add(message.getName()))
                .map(message -> diagram.finding(
                        message,
                        "is a second message of this name; let all events name the first and delete this one"));
    }
}
