package roster.account;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import roster.problem.Violations;

/** The rule for passwords: 8 characters to 72 bytes in UTF-8, which is all that the hash reads. */
final class Password {

    private static final int MIN_CHARACTERS = 8;
    private static final int MAX_BYTES = 72;

    private Password() {}

    static String check(@Nullable String typed, Violations violations) {
        String password = typed == null ? "" : typed;
        if (password.codePointCount(0, password.length()) < MIN_CHARACTERS) {
            violations.add("password", "must have at least 8 characters");
        } else if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            violations.add("password", "must have at most 72 bytes in UTF-8");
        }
        return password;
    }
}
