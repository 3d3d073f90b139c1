package roster.history;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The door to what happened; it only appends, in the transaction of the action itself. */
@Component
public class History {

    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void append(HistoryEntry entry) {
        HistoryEntry.State before = entry.before();
        HistoryEntry.State after = entry.after();
        jdbc.sql("""
                        insert into history_entry (id, at, actor, action, workspace, target, target_email, status_before, status_after,
                            role_before, role_after, mini_programs_before, mini_programs_after, process_instance_id)
                        values (:id, :at, :actor, :action, :workspace, :target, :email, :statusBefore, :statusAfter,
                            :roleBefore, :roleAfter, :miniProgramsBefore, :miniProgramsAfter, :process)""")
                .param("id", entry.id())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor(), Types.VARCHAR)
                .param("action", entry.action())
                .param("workspace", entry.workspace())
                .param("target", entry.target())
                .param("email", entry.targetEmail())
                .param("statusBefore", before == null ? null : before.status(), Types.VARCHAR)
                .param("statusAfter", after == null ? null : after.status(), Types.VARCHAR)
                .param("roleBefore", before == null ? null : before.role(), Types.VARCHAR)
                .param("roleAfter", after == null ? null : after.role(), Types.VARCHAR)
                .param("miniProgramsBefore", miniPrograms(before))
                .param("miniProgramsAfter", miniPrograms(after))
                .param("process", entry.processInstanceId(), Types.VARCHAR)
                .update();
    }

    private static String miniPrograms(HistoryEntry.@Nullable State state) {
        return state == null
                ? ""
                : state.miniPrograms().stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
    }
}
