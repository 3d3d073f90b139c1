package roster.rollout;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.impl.batch.AbstractBatchConfigurationObjectConverter;
import org.camunda.bpm.engine.impl.batch.AbstractBatchJobHandler;
import org.camunda.bpm.engine.impl.batch.BatchConfiguration;
import org.camunda.bpm.engine.impl.batch.BatchJobContext;
import org.camunda.bpm.engine.impl.batch.BatchJobDeclaration;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A kind of batch beside the engine's own migration, which knows nothing of our store and of when a timer began. */
@Component
class MoveJobs extends AbstractBatchJobHandler<BatchConfiguration> {

    static final String TYPE = "rollout";

    private static final BatchJobDeclaration JOBS = new BatchJobDeclaration(TYPE);

    private final RolloutStore store;
    private final ObjectProvider<Move> move;

    /** @param move asks the engine, which this is a part of and so is there later */
    MoveJobs(RolloutStore store, ObjectProvider<Move> move) {
        this.store = store;
        this.move = move;
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public JobDeclaration<BatchJobContext, MessageEntity> getJobDeclaration() {
        return JOBS;
    }

    /** In a context of its own, so that each step meets in the database what the one before it has done; all are in one transaction. */
    @Override
    protected void executeHandler(
            BatchConfiguration configuration, ExecutionEntity none, CommandContext context, String tenant) {
        StartedRollout rollout = store.find(UUID.fromString(configuration.getBatchId()))
                .orElseThrow(() -> new NotMovable("Nobody asked for this roll-out"));
        ProcessEngineContext.requiresNew();
        try {
            configuration.getIds().forEach(instance -> move.getObject().make(rollout, instance));
        } finally {
            ProcessEngineContext.clear();
        }
    }

    @Override
    protected BatchConfiguration createJobConfiguration(BatchConfiguration all, List<String> instances) {
        return new BatchConfiguration(List.copyOf(instances));
    }

    @Override
    protected AbstractBatchConfigurationObjectConverter<BatchConfiguration> getJsonConverterInstance() {
        return MovesInJson.INSTANCE;
    }
}
