package roster.problem;

import org.jspecify.annotations.Nullable;

/** The rule for every name that a person types: 1 to 100 characters after trimming, no control characters. */
public final class Name {

    private static final int MAX_LENGTH = 100;

    private Name() {}

    /** Trims a name; adds to the violations, and answers an empty one, if it breaks the rule. */
    public static String check(String field, @Nullable String typed, Violations violations) {
        String name = typed == null ? "" : typed.strip();
        if (name.isEmpty()) {
            violations.add(field, "must not be empty");
        } else if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
            violations.add(field, "must have at most 100 characters");
        } else if (name.codePoints().anyMatch(Character::isISOControl)) {
            violations.add(field, "must not contain control characters");
        } else {
            return name;
        }
        return "";
    }

    /** @throws Problem naming the field, if it breaks the rule */
    public static String require(String field, @Nullable String typed) {
        var violations = new Violations();
        String name = check(field, typed, violations);
        violations.throwIfAny();
        return name;
    }
}
