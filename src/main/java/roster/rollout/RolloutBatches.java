package roster.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.batch.BatchStatistics;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.batch.BatchConfiguration;
import org.camunda.bpm.engine.impl.batch.BatchJobConfiguration;
import org.camunda.bpm.engine.impl.batch.builder.BatchBuilder;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import roster.engine.ActingPerson;

/**
 * The engine's batches that move instances: a job for each instance, so that each is moved whole or not at all, whatever happens to the others or to
 * the node. Cockpit shows them, too.
 */
@Component
class RolloutBatches {

    /** @param reason as the engine noted it */
    record FailedMove(String instance, @Nullable String reason) {}

    private final ProcessEngineConfigurationImpl engine;
    private final ManagementService management;
    private final MoveJobs jobs;
    private final ActingPerson acting;

    RolloutBatches(ProcessEngine engine, MoveJobs jobs, ActingPerson acting) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.management = engine.getManagementService();
        this.jobs = jobs;
        this.acting = acting;
    }

    /** Answers the id of the batch. The engine logs who acts. */
    UUID start(String process, List<String> instances) {
        return acting.in(() -> UUID.fromString(engine.getCommandExecutorTxRequired()
                .execute(context -> new BatchBuilder(context)
                        .type(MoveJobs.TYPE)
                        .config(new BatchConfiguration(new ArrayList<>(instances)))
                        .permission(BatchPermissions.CREATE_BATCH_MIGRATE_PROCESS_INSTANCES)
                        .operationLogHandler((log, count) -> log.getOperationLogManager()
                                .logProcessInstanceOperation(
                                        UserOperationLogEntry.OPERATION_TYPE_MIGRATE,
                                        null,
                                        null,
                                        process,
                                        List.of(new PropertyChange("nrOfInstances", null, count))))
                        .build())
                .getId()));
    }

    /** Nothing once all are moved. */
    Optional<BatchStatistics> find(UUID id) {
        return management.createBatchStatisticsQuery().batchId(id.toString()).list().stream()
                .findFirst();
    }

    List<FailedMove> failed(BatchStatistics batch, int atMost) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> failedJobs(batch).listPage(0, atMost).stream()
                        .map(job -> new FailedMove(instance(context, (JobEntity) job), job.getExceptionMessage()))
                        .toList());
    }

    void retry(UUID id) {
        find(id).ifPresent(batch -> acting.in(() -> {
            failedJobs(batch).list().stream().map(Job::getId).forEach(job -> management.setJobRetries(job, 1));
            return batch;
        }));
    }

    private JobQuery failedJobs(BatchStatistics batch) {
        return management
                .createJobQuery()
                .jobDefinitionId(batch.getBatchJobDefinitionId())
                .noRetriesLeft()
                .orderByJobId()
                .asc();
    }

    private String instance(CommandContext context, JobEntity job) {
        var stored = ((BatchJobConfiguration) job.getJobHandlerConfiguration()).getConfigurationByteArrayId();
        byte[] configuration = context.getDbEntityManager()
                .selectById(ByteArrayEntity.class, stored)
                .getBytes();
        return jobs.readConfiguration(configuration).getIds().get(0);
    }
}
