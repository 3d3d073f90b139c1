package roster.problem;

import org.jspecify.annotations.Nullable;

/** The rule for how many rows a page holds: 1 to 200, 50 if nobody says. */
public final class PageLimit {

    private static final int MAX = 200;
    private static final int DEFAULT = 50;

    private PageLimit() {}

    /** Adds to the violations if the parameter {@code limit} breaks the rule. */
    public static int check(@Nullable Integer asked, Violations violations) {
        int limit = asked == null ? DEFAULT : asked;
        if (limit < 1 || limit > MAX) {
            violations.add("limit", "must be from 1 to " + MAX);
        }
        return limit;
    }
}
