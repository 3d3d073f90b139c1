package roster.story;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Copies invitations with everything that the store and the engine have written about them, as often as wanted. */
final class Copies {

    static final int HALF_A_YEAR = 170;

    private static final int AT_ONCE = 5_000;

    private static final Map<String, String> OF_INVITATIONS = Map.of(
            "id", "c.invitation",
            "workspace", "c.workspace",
            "process_instance_id", "c.process");

    private static final Map<String, String> OF_THE_LIST =
            Map.of("id", "c.invitation", "workspace", "c.workspace", "email", "c.invitation || '@example.com'");

    private static final Map<String, String> OF_PROCESSES = Map.of(
            "id_", "c.process",
            "proc_inst_id_", "c.process",
            "root_proc_inst_id_", "c.process",
            "business_key_", "cast(c.invitation as varchar(64))",
            "tenant_id_", "cast(c.workspace as varchar(64))");

    private static final Map<String, String> OF_ACTIVITIES = Map.of(
            "id_", "c.process || ':' || t.sequence_counter_",
            "parent_act_inst_id_",
                    "case when t.parent_act_inst_id_ = t.proc_inst_id_ then c.process else c.process || ':open' end",
            "proc_inst_id_", "c.process",
            "root_proc_inst_id_", "c.process",
            "execution_id_", "c.process",
            "tenant_id_", "cast(c.workspace as varchar(64))");

    private static final Map<String, String> OF_EXECUTIONS = Map.of(
            "id_", "case when t.parent_id_ is null then c.process else c.process || ':' || t.sequence_counter_ end",
            "parent_id_", "case when t.parent_id_ is null then null else c.process end",
            "proc_inst_id_", "c.process",
            "root_proc_inst_id_", "c.process",
            "business_key_", "case when t.parent_id_ is null then cast(c.invitation as varchar(64)) end",
            "tenant_id_", "cast(c.workspace as varchar(64))");

    private static final String EXECUTION =
            "case when e.parent_id_ is null then c.process else c.process || ':' || e.sequence_counter_ end";

    private static final Map<String, String> OF_TIMERS = Map.of(
            "id_", "c.process || ':timer'",
            "execution_id_", EXECUTION,
            "process_instance_id_", "c.process",
            "root_proc_inst_id_", "c.process",
            "tenant_id_", "cast(c.workspace as varchar(64))");

    private static final Map<String, String> OF_SUBSCRIPTIONS = Map.of(
            "id_", "c.process || ':' || right(t.activity_id_, 20)",
            "execution_id_", EXECUTION,
            "proc_inst_id_", "c.process",
            "tenant_id_", "cast(c.workspace as varchar(64))");

    private static final String OF_ALL =
            "(select process_instance_id from invitation where id in (select template from bench_copy))";

    /** What is copied, in small tables of their own: those that grow meanwhile would be searched for it again and again. */
    private static final Map<String, String> TEMPLATES = Map.of(
            "member", "id in (select template from bench_copy)",
            "invitation", "id in (select template from bench_copy)",
            "act_hi_procinst", "id_ in %s",
            "act_hi_actinst", "proc_inst_id_ in %s",
            "act_ru_execution", "proc_inst_id_ in %s",
            "act_ru_job", "process_instance_id_ in %s",
            "act_ru_event_subscr", "proc_inst_id_ in %s");

    private final DataSource database;
    private final int days;
    private final JdbcTemplate jdbc;
    private final Random random = new Random(1);
    private int number;

    /** @param days how many days they are spread over, back from now */
    Copies(DataSource database, int days) {
        this.database = database;
        this.days = days;
        this.jdbc = new JdbcTemplate(database);
        jdbc.execute("create table bench_copy (number integer primary key, template uuid, process varchar(64),"
                + " invitation uuid, workspace uuid, days integer)");
    }

    /** Notes that copies are wanted, spread over the workspaces and the days. */
    void want(int copies, String template, List<UUID> workspaces) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < copies; i++) {
            rows.add(new Object[] {
                number++,
                UUID.fromString(template),
                UUID.randomUUID().toString(),
                UUID.randomUUID(),
                workspaces.get(i % workspaces.size()),
                random.nextInt(days)
            });
        }
        jdbc.batchUpdate("insert into bench_copy values (?, ?, ?, ?, ?, ?)", rows);
    }

    /** Makes them, some thousands at once, for a database keeps what a long transaction has replaced. */
    void make() throws SQLException {
        TEMPLATES.forEach((table, which) -> jdbc.execute(
                "create table bench_%1$s as select * from %1$s where %2$s".formatted(table, which.formatted(OF_ALL))));
        jdbc.execute("analyze");
        for (int from = 0; from < number; from += AT_ONCE) {
            String some = " where c.number >= " + from + " and c.number < " + (from + AT_ONCE);
            copy("member", OF_THE_LIST, "t.id = o.id" + some);
            copy("invitation", OF_INVITATIONS, "t.id = o.id" + some);
            copy("act_hi_procinst", OF_PROCESSES, "t.id_ = o.process_instance_id" + some);
            copy("act_hi_actinst", OF_ACTIVITIES, "t.proc_inst_id_ = o.process_instance_id" + some);
            String executions = "t.proc_inst_id_ = o.process_instance_id" + some;
            copy("act_ru_execution", OF_EXECUTIONS, executions + " and t.parent_id_ is null");
            copy("act_ru_execution", OF_EXECUTIONS, executions + " and t.parent_id_ is not null");
            copy("act_ru_job", OF_TIMERS, waiting("process_instance_id_") + some + " and t.type_ = 'timer'");
            copy("act_ru_event_subscr", OF_SUBSCRIPTIONS, waiting("proc_inst_id_") + some);
        }
        // So that not all took the same time
        jdbc.execute("update invitation set ended_at = sent_at + (ended_at - requested_at) * (position(substring("
                + "cast(id as varchar(64)) from 1 for 1) in '0123456789abcdef') / 8.0) where ending = 'ACCEPTED'");
        TEMPLATES.keySet().forEach(table -> jdbc.execute("drop table bench_" + table));
        jdbc.execute("analyze");
    }

    private static String waiting(String instance) {
        return "t.%s = o.process_instance_id join bench_act_ru_execution e on e.id_ = t.execution_id_"
                .formatted(instance);
    }

    /** Each column as it is in the template, except for ids, and times, which lie some days earlier. */
    private void copy(String table, Map<String, String> ids, String templates) throws SQLException {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        try (Connection connection = database.getConnection();
                var found = connection
                        .prepareStatement("select * from " + table + " where 1 = 0")
                        .executeQuery()) {
            var described = found.getMetaData();
            for (int i = 1; i <= described.getColumnCount(); i++) {
                String column = described.getColumnName(i).toLowerCase(Locale.ROOT);
                boolean isTime =
                        described.getColumnTypeName(i).toLowerCase(Locale.ROOT).startsWith("timestamp");
                columns.add(column);
                values.add(ids.getOrDefault(
                        column, isTime ? "t." + column + " - c.days * interval '1' day" : "t." + column));
            }
        }
        jdbc.execute("insert into " + table + " (" + String.join(", ", columns) + ") select "
                + String.join(", ", values)
                + " from bench_copy c join bench_invitation o on o.id = c.template join bench_" + table + " t on "
                + templates);
    }
}
