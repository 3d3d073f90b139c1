package roster.problem;

import java.text.Bidi;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rule for every name that a person types: 1 to 100 characters after trimming, no control characters. */
public final class Name {

    private static final int MAX_LENGTH = 100;
    private static final Pattern DIRECTIONS = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_ISOLATE = "\u2069";

    private Name() {}

    /** Trims a name; adds to the violations, and answers an empty one, if it breaks the rule. */
    public static String check(String field, @Nullable String typed, Violations violations) {
        String name = typed == null ? "" : typed.strip();
        if (name.codePoints().noneMatch(Name::isVisible)) {
            violations.add(field, "must not be empty");
        } else if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
            violations.add(field, "must have at most 100 characters");
        } else if (name.codePoints().anyMatch(Name::isControl)) {
            violations.add(field, "must not contain control characters");
        } else {
            return name;
        }
        return "";
    }

    /** The name within a sentence, which must not change the order of what stands around it where it is written from right to left. */
    public static String isolated(String name) {
        String plain = DIRECTIONS.matcher(name).replaceAll("");
        return Bidi.requiresBidi(plain.toCharArray(), 0, plain.length())
                ? FIRST_STRONG_ISOLATE + plain + POP_ISOLATE
                : plain;
    }

    /** A name of these alone would be an empty cell on every page. */
    private static boolean isVisible(int character) {
        return !Character.isSpaceChar(character)
                && !Character.isWhitespace(character)
                && Character.getType(character) != Character.FORMAT;
    }

    /** Includes the line breaks of Unicode, and halves of a character, which no database and no mail can hold. */
    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    /** @throws Problem naming the field, if it breaks the rule */
    public static String require(String field, @Nullable String typed) {
        var violations = new Violations();
        String name = check(field, typed, violations);
        violations.throwIfAny();
        return name;
    }
}
