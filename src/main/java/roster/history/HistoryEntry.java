package roster.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One action, as it was.
 *
 * @param actor the address of the person who acted; null where the clock did
 * @param target the row on the member list
 * @param before what the row said; null before it came
 * @param after what the row said; null after it left
 */
public record HistoryEntry(
        UUID id,
        Instant at,
        @Nullable String actor,
        String action,
        UUID workspace,
        Target target,
        @Nullable State before,
        @Nullable State after,
        @Nullable String processInstanceId) {

    /** Time is kept to the microsecond, as databases do. */
    public HistoryEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whom it happened to. */
    public record Target(UUID id, String name, String email) {}

    /** What the row said. */
    public record State(String status, String role, List<UUID> miniPrograms) {}
}
