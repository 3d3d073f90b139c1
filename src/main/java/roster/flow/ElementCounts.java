package roster.flow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts where processes stand and went, element by element: ended ones from their sums, the others from the engine's tables. */
@Component
class ElementCounts {

    private static final String SUMMED = """
            select p.passes, s.processes from flow_path p join (
                select path, count(*) as processes from flow_summed
                where path in (select id from flow_path where process = :process)%s group by path) s on s.path = p.id""";

    /** Those that run, and those that ended a moment ago. */
    private static final String LIVE = """
            select process_instance_id from (
                %1$s and p.proc_def_key_ = :process and p.end_time_ is null
                union all
                %1$s and p.proc_def_key_ = :process and p.id_ in (select process_instance_id from flow_ended)) facts
            where true%2$s""";

    private static final String PASSED =
            "select " + EngineHistory.PASSES + " from act_hi_actinst a where a.proc_inst_id_ in (:live) and "
                    + EngineHistory.OVER + " group by a.act_id_";

    /** What waits for its job is not in the engine's history yet. */
    private static final String WAITING = """
            select e.act_id_ as element, count(*) as waiting from act_ru_execution e
            where e.proc_inst_id_ in (:live) and e.is_active_ and e.act_id_ is not null group by e.act_id_""";

    /** A join of them all would read the history of every process that ever was. */
    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;

    ElementCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the id of the element; nothing of those that nothing happened at. */
    Map<String, ElementCount> of(FlowQuery query) {
        var counts = new HashMap<String, ElementCount>();
        each(SUMMED.formatted(query.conditions()), query.parameters(), row -> {
            long processes = row.getLong("processes");
            Path.read(query.process(), row.getString("passes"))
                    .counts()
                    .forEach((element, count) -> counts.merge(element, count.times(processes), ElementCount::plus));
        });
        List<String> live = live(query);
        for (int from = 0; from < live.size(); from += AT_ONCE) {
            var some = Map.of("live", live.subList(from, Math.min(from + AT_ONCE, live.size())));
            each(PASSED, some, row -> add(counts, row, 0, row.getLong("passed"), row.getLong("ended")));
            each(WAITING, some, row -> add(counts, row, row.getLong("waiting"), 0, 0));
        }
        return counts;
    }

    private List<String> live(FlowQuery query) {
        return jdbc.sql(LIVE.formatted(EngineHistory.FACTS, query.conditions()))
                .params(query.parameters())
                .query(String.class)
                .list();
    }

    private static void add(Map<String, ElementCount> counts, ResultSet row, long waiting, long passed, long ended)
            throws SQLException {
        counts.merge(row.getString("element"), new ElementCount(waiting, passed, ended), ElementCount::plus);
    }

    private void each(String sql, Map<String, ?> parameters, RowCallbackHandler count) {
        jdbc.sql(sql).params(parameters).query(count);
    }
}
