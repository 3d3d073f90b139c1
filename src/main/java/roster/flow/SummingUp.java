package roster.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sums up, some time after a process has ended, the ten or more rows that the engine's history has of it into one small row: the way that it took. What
 * is not summed up yet is counted from the engine's history, so the numbers are the same before and after.
 */
@Component
class SummingUp {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private volatile boolean complete;

    SummingUp(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "PT1M")
    void sumUp() {
        if (!complete) {
            findForgotten();
            complete = true;
        }
        while (sumUpSome() > 0) {
            // Each time in a transaction of its own, which holds nobody up
        }
    }

    /** What ended before there was a note of it. */
    private void findForgotten() {
        try {
            jdbc.sql("""
                    insert into flow_ended (process_instance_id)
                    select p.id_ from act_hi_procinst p where p.end_time_ is not null and p.tenant_id_ is not null
                        and not exists (select 1 from flow_summed s where s.process_instance_id = p.id_)
                        and not exists (select 1 from flow_ended e where e.process_instance_id = p.id_)""").update();
        } catch (DuplicateKeyException another) {
            // Another node has found the same at this moment
        }
    }

    private int sumUpSome() {
        return transaction.execute(status -> {
            List<String> ended = ended();
            if (!ended.isEmpty()) {
                paths(ended).forEach(this::store);
                jdbc.sql("delete from flow_ended where process_instance_id in (:ended)")
                        .param("ended", ended)
                        .update();
            }
            return ended.size();
        });
    }

    /** Held, so that other nodes wait and then find those that come after. */
    private List<String> ended() {
        return jdbc.sql(
                        "select process_instance_id from flow_ended order by process_instance_id limit :number for update")
                .param("number", AT_ONCE)
                .query(String.class)
                .list();
    }

    /** Who took each way. */
    private Map<Path, List<String>> paths(List<String> ended) {
        record Pass(String instance, String process, String element, ElementCount count) {}
        Map<String, List<Pass>> passes = jdbc
                .sql("select a.proc_inst_id_ as instance, a.proc_def_key_ as process, " + EngineHistory.PASSES
                        + " from act_hi_actinst a where a.proc_inst_id_ in (:ended) and " + EngineHistory.OVER
                        + " group by a.proc_inst_id_, a.proc_def_key_, a.act_id_")
                .param("ended", ended)
                .query((row, number) -> new Pass(
                        row.getString("instance"),
                        row.getString("process"),
                        row.getString("element"),
                        new ElementCount(0, row.getLong("passed"), row.getLong("ended"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Pass::instance));
        return passes.entrySet().stream()
                .collect(Collectors.groupingBy(
                        instance -> Path.of(
                                instance.getValue().get(0).process(),
                                instance.getValue().stream().collect(Collectors.toMap(Pass::element, Pass::count))),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    private void store(Path path, List<String> instances) {
        UUID id = path.id();
        boolean known = jdbc.sql("select count(*) from flow_path where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0;
        if (!known) {
            jdbc.sql("insert into flow_path (id, process, passes) values (?, ?, ?)")
                    .params(id, path.process(), path.passes())
                    .update();
        }
        jdbc.sql("""
                        insert into flow_summed (process_instance_id, path, workspace, role, requested_at)
                        select f.process_instance_id, cast(:path as uuid), f.workspace, f.role, f.requested_at from (%s and p.id_ in (:instances)) f""".formatted(EngineHistory.FACTS))
                .param("path", id)
                .param("instances", instances)
                .update();
    }
}
