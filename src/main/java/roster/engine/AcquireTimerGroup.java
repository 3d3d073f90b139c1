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

    private final JdbcClient database;

    AcquireTimerGroup(JobExecutor executor, int jobs, JdbcClient database) {
        super(executor, jobs);
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
        // The engine sleeps after fewer batches than it had asked for jobs. Jobs that another node was faster to
        // acquire are taken out of this list
        int saved = Math.max(timers.size() - 1, 0);
        acquiredJobs = new AcquiredJobs(each.getNumberOfJobsAttemptedToAcquire() - saved);
        acquiredJobs.addJobIdBatch(new ArrayList<>(timers));
        each.getJobIdBatches().stream()
                .filter(batch -> !timers.containsAll(batch))
                .forEach(acquiredJobs::addJobIdBatch);
        return acquiredJobs;
    }

    /** In the order in which everybody locks invitations, so that nobody waits in a circle. */
    private List<String> timers(List<String> jobs) {
        return database.sql("""
                        select j.id_ from act_ru_job j left join act_ru_execution e on e.id_ = j.process_instance_id_
                        where j.id_ in (:jobs) and j.type_ = 'timer' order by e.business_key_, j.id_""").param("jobs", jobs).query(String.class).list();
    }
}
