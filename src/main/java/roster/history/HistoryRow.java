package roster.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an entry from its table. */
final class HistoryRow {

    private HistoryRow() {}

    static SealedEntry read(ResultSet row, int number) throws SQLException {
        var entry = new HistoryEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getObject("workspace", UUID.class),
                new HistoryEntry.Target(
                        row.getObject("target", UUID.class),
                        row.getString("target_name"),
                        row.getString("target_email")),
                state(row, "before"),
                state(row, "after"),
                row.getString("process_instance_id"));
        return new SealedEntry(entry, row.getLong("position"), row.getString("seal"));
    }

    private static HistoryEntry.@Nullable State state(ResultSet row, String when) throws SQLException {
        String status = row.getString("status_" + when);
        if (status == null) {
            return null;
        }
        String ids = row.getString("mini_programs_" + when);
        return new HistoryEntry.State(
                status,
                row.getString("role_" + when),
                Arrays.stream(ids.split(","))
                        .filter(id -> !id.isEmpty())
                        .map(UUID::fromString)
                        .toList());
    }
}
