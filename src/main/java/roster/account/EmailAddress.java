package roster.account;

import java.io.Serializable;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roster.problem.Violations;

/**
 * One person: trimmed, case folded, the domain in its ASCII form, so that equal addresses are equal strings. Plus-aliases are different people.
 *
 * @param value at most 254 characters, the local part at most 64 (RFC 5321, 4.5.3.1)
 */
public record EmailAddress(String value) implements Serializable {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_LENGTH = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    /** @throws IllegalArgumentException with a sentence for the person who typed it, if this is not one valid address */
    public EmailAddress {
        value = normalise(value);
    }

    /** Adds to the violations, and answers nothing, if this is not one valid address. */
    public static Optional<EmailAddress> check(String field, @Nullable String typed, Violations violations) {
        try {
            return Optional.of(new EmailAddress(typed == null ? "" : typed));
        } catch (IllegalArgumentException wrong) {
            violations.add(field, String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    private static String normalise(String typed) {
        String address = typed.strip().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException("must be one address like name@example.com");
        }
        String local = address.substring(0, at);
        if (!LOCAL.matcher(local).matches()) {
            throw new IllegalArgumentException(
                    "must be one address; the part before the @ has a character that is not allowed there");
        }
        if (local.length() > MAX_LOCAL_LENGTH) {
            throw new IllegalArgumentException("must have at most 64 characters before the @");
        }
        String normal = local + "@" + asciiDomain(address.substring(at + 1));
        if (normal.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("must have at most 254 characters");
        }
        return normal;
    }

    private static String asciiDomain(String domain) {
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            if (!ascii.isEmpty() && !ascii.endsWith(".")) {
                return ascii;
            }
        } catch (IllegalArgumentException notADomain) {
            throw new IllegalArgumentException("must end in a valid domain after the @", notADomain);
        }
        throw new IllegalArgumentException("must end in a valid domain after the @");
    }

    @Override
    public String toString() {
        return value;
    }
}
