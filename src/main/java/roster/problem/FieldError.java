package roster.problem;

/**
 * One broken rule of the input.
 *
 * @param field as the REST contract spells it
 * @param message completes the sentence that begins with the field, such as "must not be empty"
 */
public record FieldError(String field, String message) {}
