package roster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roster.problem.Problem;
import roster.problem.Violations;

/** How a user task is completed through the engine's REST: with the answer to an approval and nothing else. */
final class TaskCompletion {

    private static final Pattern PATH = Pattern.compile("/task/([^/]+)/(?:complete|submit-form)");
    private static final Set<String> TYPES = Set.of("", "Boolean", "Null");
    private static final String ANSWER = "approved";

    private TaskCompletion() {}

    /** The task, if this path completes one. */
    static Optional<UUID> task(String path) {
        Matcher complete = PATH.matcher(path);
        return complete.matches() ? ProcessInput.parsed(complete.group(1)) : Optional.empty();
    }

    /**
     * What no step reads would stay in the process, and the engine would make an object of whatever class the caller names.
     *
     * @throws Problem naming each variable that is no answer; whether one is missing, the process tells
     */
    static void check(JsonNode body) {
        var violations = new Violations();
        body.path("variables").properties().forEach(variable -> {
            JsonNode value = variable.getValue().path("value");
            boolean isAnswer = value.isBoolean() || value.isNull() || value.isMissingNode();
            if (!variable.getKey().equals(ANSWER)) {
                violations.add(variable.getKey(), "is not a field of this request");
            } else if (!isAnswer
                    || !TYPES.contains(variable.getValue().path("type").asText(""))) {
                violations.add(ANSWER, "must be true or false");
            }
        });
        violations.throwIfAny();
    }
}
