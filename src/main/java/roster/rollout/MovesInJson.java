package roster.rollout;

import camundajar.impl.com.google.gson.JsonObject;
import org.camunda.bpm.engine.impl.batch.AbstractBatchConfigurationObjectConverter;
import org.camunda.bpm.engine.impl.batch.BatchConfiguration;
import org.camunda.bpm.engine.impl.util.JsonUtil;

/** Which instances a batch, or one of its jobs, moves; as the engine keeps it. */
final class MovesInJson extends AbstractBatchConfigurationObjectConverter<BatchConfiguration> {

    static final MovesInJson INSTANCE = new MovesInJson();

    private static final String INSTANCES = "instances";

    private MovesInJson() {}

    @Override
    public JsonObject writeConfiguration(BatchConfiguration configuration) {
        JsonObject json = JsonUtil.createObject();
        JsonUtil.addListField(json, INSTANCES, configuration.getIds());
        return json;
    }

    @Override
    public BatchConfiguration readConfiguration(JsonObject json) {
        return new BatchConfiguration(JsonUtil.asStringList(JsonUtil.getArray(json, INSTANCES)));
    }
}
