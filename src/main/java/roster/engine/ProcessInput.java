package roster.engine;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import roster.problem.Problem;
import roster.problem.Violations;

/** What was given to a process when it was started, through whichever door, and the key that it goes by. */
public final class ProcessInput {

    private ProcessInput() {}

    /** @throws Problem naming the variable, if it is no text */
    public static @Nullable String text(DelegateExecution execution, String variable) {
        Object value = execution.getVariable(variable);
        if (value != null && !(value instanceof String)) {
            throw Problem.invalid(variable, "must be a text");
        }
        return (String) value;
    }

    /**
     * @param what a noun, such as "workspace"
     * @throws Problem naming the variable, if it is no id
     */
    public static UUID id(DelegateExecution execution, String variable, String what) {
        return parsed(text(execution, variable))
                .orElseThrow(() -> Problem.invalid(variable, "must be the id of a " + what));
    }

    /** The business key, where it is an id. */
    public static Optional<UUID> businessKey(DelegateExecution execution) {
        return parsed(execution.getProcessBusinessKey());
    }

    /** What no step reads would stay in the process for ever, and analysts would read it. */
    public static void refuseOthers(DelegateExecution execution, Set<String> known) {
        var violations = new Violations();
        execution.getVariableNames().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> violations.add(name, "is not a field of this request"));
        violations.throwIfAny();
    }

    /** Empty for what is no id. */
    public static Optional<UUID> parsed(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
