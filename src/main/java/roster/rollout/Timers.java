package roster.rollout;

import org.jspecify.annotations.Nullable;
import roster.problem.Problem;

/** What becomes of the timers that instances wait for when they are moved. A timer that the newer version adds runs from when its place was reached. */
public enum Timers {

    /** Each stays due when it is due now. */
    KEEP,

    /** Each is due when it would be, had the instance been on the newer version when it reached the place; for an invitation, when it was sent. */
    RECOMPUTE;

    /** @throws Problem INVALID_INPUT */
    static Timers of(@Nullable String name) {
        for (Timers timers : values()) {
            if (timers.name().equals(name)) {
                return timers;
            }
        }
        throw Problem.invalid("timers", "must be KEEP or RECOMPUTE");
    }
}
