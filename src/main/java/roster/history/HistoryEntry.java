package roster.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One action, as it was.
 *
 * @param actor the address of the person who acted; null where the clock did
 * @param target the id of the row on the member list
 */
public record HistoryEntry(
        UUID id,
        Instant at,
        @Nullable String actor,
        String action,
        UUID workspace,
        UUID target,
        String targetEmail,
        @Nullable State before,
        @Nullable State after,
        @Nullable String processInstanceId) {

    /** What the row said; a row that is not on the list, before it came or after it left, has none. */
    public record State(String status, String role, List<UUID> miniPrograms) {}
}
