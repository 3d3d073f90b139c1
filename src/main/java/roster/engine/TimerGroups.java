package roster.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration.JobConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine's job executor, which lets {@link GroupedTimers} that are due together fire in one transaction, for most of what a timer costs is its
 * transaction. Other jobs run as ever, for mails that are out do not come back with the transaction of somebody else.
 */
final class TimerGroups extends SpringJobExecutor {

    private final GroupedTimers grouped;
    private final JdbcClient database;

    TimerGroups(GroupedTimers grouped, JdbcClient database) {
        this.grouped = grouped;
        this.database = database;
    }

    @Override
    public Command<AcquiredJobs> getAcquireJobsCmd(int jobs) {
        return new AcquireTimerGroup(this, jobs, grouped, database);
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        return new TimerGroup(jobs, engine);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
    static class Settings {

        /** With the properties of the engine's own. */
        @Bean
        JobExecutor jobExecutor(
                @Qualifier(JobConfiguration.CAMUNDA_TASK_EXECUTOR_QUALIFIER) TaskExecutor threads,
                CamundaBpmProperties properties,
                GroupedTimers grouped,
                JdbcClient database) {
            var executor = new TimerGroups(grouped, database);
            BeanUtils.copyProperties(JobConfiguration.jobExecutor(threads, properties), executor);
            return executor;
        }
    }
}
