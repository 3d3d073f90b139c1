package roster.history;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of entries, and for each workspace the head of its chain. */
@Component
class HistoryStore {

    /** The last entry of a workspace. */
    private record Head(long position, String seal) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    HistoryStore(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** In one order of workspaces, so that two transactions cannot wait for each other. */
    void append(List<HistoryEntry> entries) {
        entries.stream()
                .collect(Collectors.groupingBy(HistoryEntry::workspace, TreeMap::new, Collectors.toList()))
                .forEach(this::append);
    }

    private void append(UUID workspace, List<HistoryEntry> entries) {
        Optional<Head> locked = head(workspace, " for update");
        Head head = locked.orElse(new Head(0, Seal.FIRST));
        var sealed = new ArrayList<SealedEntry>();
        for (HistoryEntry entry : entries) {
            long position = head.position() + 1;
            String seal = Seal.of(entry, position, head.seal());
            sealed.add(new SealedEntry(entry, position, seal));
            head = new Head(position, seal);
        }
        insert(sealed);
        // The first entry is written in the transaction that opens the workspace, which nobody else sees yet
        jdbc.sql(
                        locked.isPresent()
                                ? "update history_head set position = :position, seal = :seal where workspace = :workspace"
                                : "insert into history_head (workspace, position, seal) values (:workspace, :position, :seal)")
                .param("workspace", workspace)
                .param("position", head.position())
                .param("seal", head.seal())
                .update();
    }

    private Optional<Head> head(UUID workspace, String lock) {
        return jdbc.sql("select position, seal from history_head where workspace = ?" + lock)
                .param(workspace)
                .query((row, number) -> new Head(row.getLong("position"), row.getString("seal")))
                .optional();
    }

    private void insert(List<SealedEntry> sealed) {
        batches.batchUpdate("""
                insert into history_entry (id, position, seal, at, actor, action, workspace, target, target_name, target_email,
                    status_before, status_after, role_before, role_after, mini_programs_before, mini_programs_after, process_instance_id)
                values (:id, :position, :seal, :at, :actor, :action, :workspace, :target, :name, :email,
                    :statusBefore, :statusAfter, :roleBefore, :roleAfter, :miniProgramsBefore, :miniProgramsAfter, :process)""", sealed.stream().map(HistoryStore::columns).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource columns(SealedEntry sealed) {
        HistoryEntry entry = sealed.entry();
        HistoryEntry.State before = entry.before();
        HistoryEntry.State after = entry.after();
        return new MapSqlParameterSource("id", entry.id())
                .addValue("position", sealed.position())
                .addValue("seal", sealed.seal())
                .addValue("at", entry.at().atOffset(ZoneOffset.UTC))
                .addValue("actor", entry.actor(), Types.VARCHAR)
                .addValue("action", entry.action())
                .addValue("workspace", entry.workspace())
                .addValue("target", entry.target().id())
                .addValue("name", entry.target().name())
                .addValue("email", entry.target().email())
                .addValue("statusBefore", before == null ? null : before.status(), Types.VARCHAR)
                .addValue("statusAfter", after == null ? null : after.status(), Types.VARCHAR)
                .addValue("roleBefore", before == null ? null : before.role(), Types.VARCHAR)
                .addValue("roleAfter", after == null ? null : after.role(), Types.VARCHAR)
                .addValue("miniProgramsBefore", Seal.miniPrograms(before))
                .addValue("miniProgramsAfter", Seal.miniPrograms(after))
                .addValue("process", entry.processInstanceId(), Types.VARCHAR);
    }

    List<SealedEntry> page(UUID workspace, @Nullable UUID target, @Nullable Long before, int limit) {
        var sql = new StringBuilder("select * from history_entry where workspace = :workspace");
        Map<String, Object> params = new HashMap<>(Map.of("workspace", workspace, "limit", limit));
        if (target != null) {
            sql.append(" and target = :target");
            params.put("target", target);
        }
        if (before != null) {
            sql.append(" and position < :before");
            params.put("before", before);
        }
        return jdbc.sql(sql.append(" order by position desc limit :limit").toString())
                .params(params)
                .query(HistoryRow::read)
                .list();
    }

    Optional<SealedEntry> newest(String processInstanceId, Set<String> actions) {
        return jdbc.sql("""
                        select * from history_entry where process_instance_id = :process and action in (:actions)
                        order by position desc limit 1""")
                .param("process", processInstanceId)
                .param("actions", actions)
                .query(HistoryRow::read)
                .optional();
    }

    Verification verify(UUID workspace) {
        Head end = head(workspace, "").orElse(new Head(0, Seal.FIRST));
        Head last = new Head(0, Seal.FIRST);
        Long brokenAt = null;
        long entries = 0;
        try (var chain = jdbc
                .sql("select * from history_entry where workspace = ? order by position")
                .param(workspace)
                .query(HistoryRow::read)
                .stream()) {
            for (SealedEntry sealed : (Iterable<SealedEntry>) chain::iterator) {
                entries++;
                if (brokenAt == null && !sealed.follows(last.position(), last.seal())) {
                    brokenAt = last.position() + 1;
                }
                last = new Head(sealed.position(), sealed.seal());
            }
        }
        if (brokenAt == null && !last.equals(end)) {
            brokenAt = last.position() + 1;
        }
        return new Verification(brokenAt == null, entries, brokenAt, end.seal());
    }
}
