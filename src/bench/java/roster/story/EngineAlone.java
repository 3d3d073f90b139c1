package roster.story;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;

/**
 * What no invitation can cost less than, as long as it is a process: the engine with the same diagram, called in Java, whose tasks do nothing, without
 * history, rights, metrics, mail, or a table of ours.
 */
final class EngineAlone implements AutoCloseable {

    private static final JavaDelegate NOTHING = execution -> {};

    private final ProcessEngine engine;

    EngineAlone(DataSource database) throws IOException {
        var settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName("alone");
        settings.setDataSource(database);
        settings.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        settings.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
        settings.setMetricsEnabled(false);
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setJobExecutorActivate(true);
        settings.setBeans(tasks());
        engine = settings.buildProcessEngine();
        try (InputStream diagram = Files.newInputStream(Path.of("bpmn", "invitation.bpmn"))) {
            engine.getRepositoryService()
                    .createDeployment()
                    .addInputStream("invitation.bpmn", diagram)
                    .deploy();
        }
    }

    private static Map<Object, Object> tasks() {
        return Stream.of(
                        "registerInvitation",
                        "sendInvitation",
                        "createMember",
                        "expireInvitation",
                        "renewInvitation",
                        "withdrawInvitation")
                .collect(Collectors.toMap(task -> task, task -> NOTHING, (one, same) -> one, LinkedHashMap::new));
    }

    void start(String email) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "invitation",
                        UUID.randomUUID().toString(),
                        Map.of("name", "Ben", "email", email, "role", "WORKSPACE_OPERATOR"));
    }

    @Override
    public void close() {
        engine.close();
    }
}
