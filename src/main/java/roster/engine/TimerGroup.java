package roster.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
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
        if (jobIds.size() == 1 || !jobExecutor.isActive() || !haveFired()) {
            super.run();
        }
    }

    private boolean haveFired() {
        Context.setJobExecutorContext(new Together());
        ClassLoader before = switchClassLoader();
        try {
            boolean fired = engine.getCommandExecutorTxRequired().execute(this::fire);
            if (fired) {
                engine.getMetricsRegistry().markOccurrence(Metrics.JOB_SUCCESSFUL, jobIds.size());
            }
            return fired;
        } catch (RuntimeException | Error failure) {
            // Who failed, and why, is told when it fails by itself
            LOG.debug("Timers that are due together fire one by one", failure);
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
            new ExecuteJobsCmd(timer.getId(), new JobFailureCollector(timer.getId())).execute(context);
        }
        return true;
    }

    /** One process may end what another timer of it waits for. */
    private static boolean areOfDifferentProcesses(List<JobEntity> jobs) {
        return jobs.stream().allMatch(TimerEntity.class::isInstance)
                && jobs.stream().map(JobEntity::getProcessInstanceId).distinct().count() == jobs.size();
    }

    /** Where jobs that come of these are for any thread: their mails may take long. */
    private static final class Together extends JobExecutorContext {

        @Override
        public boolean isExecutingExclusiveJob() {
            return false;
        }
    }
}
