package roster.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Acquires jobs that are due, and puts the timers among them into one {@link TimerGroup}. */
final class AcquireTimerGroup extends AcquireJobsCmd {

    private final GroupedTimers grouped;
    private final JdbcClient database;

    AcquireTimerGroup(JobExecutor executor, int jobs, GroupedTimers grouped, JdbcClient database) {
        super(executor, jobs);
        this.grouped = grouped;
        this.database = database;
    }

    @Override
    public AcquiredJobs execute(CommandContext context) {
        AcquiredJobs each = super.execute(context);
        List<String> alone = each.getJobIdBatches().stream()
                .filter(batch -> batch.size() == 1)
                .map(batch -> batch.get(0))
                .toList();
        List<String> timers = alone.size() > 1 ? timers(alone) : List.of();
        // The engine sleeps after fewer batches than it had asked for jobs
        int fewer = Math.max(timers.size() - 1, 0);
        acquiredJobs = new AcquiredJobs(each.getNumberOfJobsAttemptedToAcquire() - fewer);
        // Those that another node was faster to acquire are taken out of the list
        acquiredJobs.addJobIdBatch(new ArrayList<>(timers));
        each.getJobIdBatches().stream()
                .filter(batch -> !timers.containsAll(batch))
                .forEach(acquiredJobs::addJobIdBatch);
        return acquiredJobs;
    }

    /** In the order of their business keys, so that two who lock the rows of several wait for each other in a line and not in a circle. */
    private List<String> timers(List<String> jobs) {
        return database.sql("""
                        select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                        where j.id_ in (:jobs) and j.type_ = 'timer' and j.process_def_key_ in (:processes)
                        order by e.business_key_, j.id_""")
                .param("jobs", jobs)
                .param("processes", grouped.processes())
                .query(String.class)
                .list();
    }
}
