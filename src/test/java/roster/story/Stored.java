package roster.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the database, line by line as the model would write it. */
record Stored(JdbcClient jdbc, World world) {

    private static final String ROWS = """
            select i.id, i.workspace, i.send_count, i.ending, i.expires_at <= :now as over, inviter.email as inviter, m.email, m.status, m.role,
                (select count(*) from history_entry h where h.workspace = i.workspace and h.target = i.id and h.action <> 'EXPIRE') as entries
            from invitation i join account inviter on inviter.id = i.inviter left join member m on m.id = i.id
            where i.workspace in (:workspaces)""";
    private static final String ASSIGNMENTS =
            "select a.* from assignment a join member m on m.id = a.member where m.workspace in (:workspaces)";

    SortedSet<String> lines() {
        Map<String, Set<Integer>> assigned = assignments();
        return new TreeSet<>(jdbc.sql(ROWS)
                .param("now", ClockUtil.getCurrentTime().toInstant().atOffset(ZoneOffset.UTC))
                .param("workspaces", workspaces())
                .query((row, number) -> line(row, assigned))
                .list());
    }

    static SortedSet<String> lines(Model model) {
        return model.rows().stream()
                .map(row -> line(
                        row.number(),
                        model.status(row),
                        row.status().isOnList()
                                ? "%d: %s %s %s"
                                        .formatted(
                                                row.workspace(),
                                                row.who(),
                                                row.role(),
                                                new TreeSet<>(row.miniPrograms()))
                                : "gone",
                        row.inviter(),
                        row.sending(),
                        row.entries()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String line(ResultSet row, Map<String, Set<Integer>> assigned) throws SQLException {
        String id = row.getString("id");
        boolean isOnList = row.getString("status") != null;
        String seen = isOnList
                ? "%d: %s %s %s"
                        .formatted(
                                world.number(row.getString("workspace")),
                                world.who(row.getString("email")),
                                row.getString("role"),
                                assigned.getOrDefault(id, Set.of()))
                : "gone";
        return line(
                world.number(id),
                status(row),
                seen,
                world.who(row.getString("inviter")),
                row.getInt("send_count"),
                row.getInt("entries"));
    }

    private static Model.Status status(ResultSet row) throws SQLException {
        String status = row.getString("status");
        if (status == null) {
            return "WITHDRAWN".equals(row.getString("ending")) ? Model.Status.WITHDRAWN : Model.Status.DELETED;
        }
        boolean over = status.equals("INVITATION_SENT") && row.getBoolean("over");
        return over ? Model.Status.INVITATION_EXPIRED : Model.Status.valueOf(status);
    }

    private static String line(int number, Model.Status status, String seen, String inviter, int sending, int entries) {
        return "row %d %s, %s, mail %d of %s, %d entries".formatted(number, status, seen, sending, inviter, entries);
    }

    private Map<String, Set<Integer>> assignments() {
        Map<String, Set<Integer>> assigned = new HashMap<>();
        jdbc.sql(ASSIGNMENTS)
                .param("workspaces", workspaces())
                .query((row, number) -> assigned.computeIfAbsent(row.getString("member"), id -> new TreeSet<>())
                        .add(world.number(row.getString("mini_program"))))
                .list();
        return assigned;
    }

    private Set<UUID> workspaces() {
        return world.workspaces().stream().map(UUID::fromString).collect(Collectors.toSet());
    }
}
