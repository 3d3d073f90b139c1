package roster.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects every broken rule of one input, so that a person can mend them all at once. */
public final class Violations {

    private final List<FieldError> errors = new ArrayList<>();

    /** @param message completes the sentence that begins with the field */
    public void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** @throws Problem of type {@link ProblemType#INVALID_INPUT} naming every field, if there is any */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(List.copyOf(errors));
        }
    }
}
