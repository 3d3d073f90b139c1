package roster.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal. Whoever throws it has stored nothing, or rolls back what was stored. The message is a sentence for the person who asked, so it never
 * holds a secret, a class name or SQL.
 */
public final class Problem extends RuntimeException {

    private final ProblemType type;
    private final transient Map<String, Object> members;
    private final @Nullable Duration retryAfter;

    private Problem(ProblemType type, String detail, Map<String, Object> members, @Nullable Duration retryAfter) {
        super(detail);
        this.type = type;
        this.members = members;
        this.retryAfter = retryAfter;
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, Map.of(), null);
    }

    /** It is allowed later. */
    public static Problem later(ProblemType type, String detail, Duration retryAfter) {
        return new Problem(type, detail, Map.of(), retryAfter);
    }

    /** One field breaks one rule; see {@link Violations} for several. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    static Problem invalid(List<FieldError> errors) {
        var first = errors.get(0);
        return of(ProblemType.INVALID_INPUT, first.field() + " " + first.message() + ".", errors);
    }

    /** @param errors what is wrong, each with the place where it is */
    public static Problem of(ProblemType type, String detail, List<FieldError> errors) {
        return new Problem(type, detail, Map.of("errors", errors), null);
    }

    /** @param what a noun, such as "workspace"; the same answer for what is not there and for what the caller must not know of */
    public static Problem notFound(String what) {
        return of(ProblemType.NOT_FOUND, "There is no such " + what + ".");
    }

    /** Two have changed the same, and this one was second. */
    public static Problem conflict() {
        return of(ProblemType.CONFLICT, "Somebody else changed this at the same moment. Look at it again.");
    }

    /** The status of a row on the member list forbids what was asked. */
    public static Problem forbiddenByStatus(
            ProblemType type, String detail, Enum<?> currentStatus, List<? extends Enum<?>> allowedActions) {
        var members = new LinkedHashMap<String, Object>();
        members.put("currentStatus", currentStatus.name());
        members.put("allowedActions", allowedActions.stream().map(Enum::name).toList());
        return new Problem(type, detail, members, null);
    }

    /** The same refusal, where the input was one field of a larger one: each named field is now one of that field. */
    public Problem within(String field) {
        return members.get("errors") instanceof List<?> errors
                ? invalid(errors.stream()
                        .map(FieldError.class::cast)
                        .map(error -> new FieldError(field + "." + error.field(), error.message()))
                        .toList())
                : this;
    }

    public ProblemType type() {
        return type;
    }

    /** When it may be tried again, in whole seconds; the header {@code Retry-After}. */
    public Optional<String> retryAfter() {
        return Optional.ofNullable(retryAfter).map(time -> String.valueOf(time.toSeconds()));
    }

    /** The body of the answer, as RFC 9457 names its members. */
    public Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type.uri().toString());
        body.put("title", type.title());
        body.put("status", type.status());
        body.put("detail", getMessage());
        body.putAll(members);
        return body;
    }
}
