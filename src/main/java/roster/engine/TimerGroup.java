package roster.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.interceptor.ProcessDataContext;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClassLoaderUtil;
import org.camunda.bpm.engine.management.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires timers of different processes in one transaction. If one of them fails, none has fired, and each is run by itself, as all other jobs are. */
final class TimerGroup extends ExecuteJobsRunnable {

    private static final Logger LOG = LoggerFactory.getLogger(TimerGroup.class);

    private final ProcessEngineConfigurationImpl engine;

    TimerGroup(List<String> jobs, ProcessEngineImpl engine) {
        super(jobs, engine);
        this.engine = engine.getProcessEngineConfiguration();
    }

    @Override
    public void run() {
        if (jobIds.size() == 1 || !jobExecutor.isActive() || !fireTogether()) {
            super.run();
        }
    }

    /** One by one; what comes of each does not wait behind the others, for its lock would run out meanwhile. */
    @Override
    protected void executeJob(String job, CommandExecutor executor, JobFailureCollector failure) {
        if (jobIds.size() > 1) {
            Context.setJobExecutorContext(new Together());
        }
        super.executeJob(job, executor, failure);
    }

    private boolean fireTogether() {
        Context.setJobExecutorContext(new Together());
        ClassLoader before = switchClassLoader();
        try {
            boolean fired = engine.getCommandExecutorTxRequired().execute(this::fire);
            if (fired) {
                engine.getMetricsRegistry().markOccurrence(Metrics.JOB_SUCCESSFUL, jobIds.size());
                jobExecutor.jobWasAdded();
            }
            return fired;
        } catch (RuntimeException | Error failure) {
            // A timer that fails by itself as well tells it then with all details
            LOG.info("{} timers that are due together fire one by one: {}", jobIds.size(), failure.toString());
            return false;
        } finally {
            new ProcessDataContext(engine).clearMdc();
            ClassLoaderUtil.setContextClassloader(before);
            Context.removeJobExecutorContext();
        }
    }

    private boolean fire(CommandContext context) {
        List<JobEntity> there = jobIds.stream()
                .map(context.getJobManager()::findJobById)
                .filter(Objects::nonNull)
                .toList();
        if (!areOfDifferentProcesses(there)) {
            return false;
        }
        for (JobEntity timer : there) {
            // One before it may have ended what it belongs to
            if (!context.getDbEntityManager().isDeleted(timer)) {
                new ExecuteJobsCmd(timer.getId(), new JobFailureCollector(timer.getId())).execute(context);
            }
        }
        return true;
    }

    /** Exclusive jobs of one process come together as well. */
    private static boolean areOfDifferentProcesses(List<JobEntity> jobs) {
        return jobs.stream().allMatch(TimerEntity.class::isInstance)
                && jobs.stream().map(JobEntity::getProcessInstanceId).distinct().count() == jobs.size();
    }

    /** Where the jobs that come of these are for any thread: mails may take long. */
    private static final class Together extends JobExecutorContext {

        @Override
        public boolean isExecutingExclusiveJob() {
            return false;
        }
    }
}
