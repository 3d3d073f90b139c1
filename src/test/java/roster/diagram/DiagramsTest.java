package roster.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roster.check.DiagramCheck;
import roster.check.KnownMessages;

class DiagramsTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/bpmn");
    private static final DiagramCheck CHECK =
            new DiagramCheck(Set.of("work"), List.of(new KnownMessages(Set.of("Stop"), Set.of("Stop"))), List.of());

    private final ProcessEngine engine = engine();
    private final RepositoryService repository = engine.getRepositoryService();

    private static ProcessEngine engine() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:diagrams");
        configuration.setProcessEngineName("diagrams");
        configuration.setJobExecutorActivate(false);
        return configuration.buildProcessEngine();
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    @Test
    void theSameBytesFromAnotherFolderMakeNoNewVersion(@TempDir Path folder, @TempDir Path otherFolder)
            throws IOException {
        put(folder, "right.bpmn", right());
        put(otherFolder, "right.bpmn", right());
        deploy(folder);
        deploy(folder);
        deploy(otherFolder);
        assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(1);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
    }

    @Test
    void aChangedDiagramBecomesVersionTwoAndTheOneBesideItStays(@TempDir Path folder) throws IOException {
        put(folder, "right.bpmn", right());
        put(folder, "other.bpmn", right().replace("id=\"example\"", "id=\"other\""));
        deploy(folder);
        put(folder, "right.bpmn", right().replace("name=\"Work\"", "name=\"Work hard\""));
        deploy(folder);
        assertThat(latestVersion("example")).isEqualTo(2);
        assertThat(latestVersion("other")).isEqualTo(1);
    }

    @Test
    void deploysNothingIfOneDiagramIsBroken(@TempDir Path folder) throws IOException {
        put(folder, "a-right.bpmn", right());
        put(folder, "b-broken.bpmn", Files.readString(EXAMPLES.resolve("broken/class.bpmn")));
        assertThatThrownBy(() -> deploy(folder)).hasMessageContaining("b-broken.bpmn cannot be used");
        assertThat(repository.createDeploymentQuery().count()).isZero();
    }

    @Test
    void refusesAMissingFolder(@TempDir Path folder) {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> deploy(missing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The folder of diagrams does not exist: " + missing + "; see ROSTER_BPMN_DIR");
    }

    @Test
    void refusesAFolderWithoutADiagram(@TempDir Path folder) throws IOException {
        put(folder, "right.xml", right());
        assertThatThrownBy(() -> deploy(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("There is no diagram (*.bpmn) in " + folder + "; see ROSTER_BPMN_DIR");
    }

    private void deploy(Path diagrams) throws IOException {
        new Diagrams(repository, CHECK, diagrams.toString()).afterPropertiesSet();
    }

    private int latestVersion(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private static String right() throws IOException {
        return Files.readString(EXAMPLES.resolve("right/right.bpmn"));
    }

    private static void put(Path folder, String name, String diagram) throws IOException {
        Files.writeString(folder.resolve(name), diagram);
    }
}
