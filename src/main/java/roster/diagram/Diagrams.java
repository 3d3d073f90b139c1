package roster.diagram;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import roster.check.DiagramCheck;
import roster.check.Finding;

/**
 * Deploys the diagrams before any door opens. Each is known by its file name, so that another folder with the same bytes makes no new version, and
 * only what changed is deployed. A missing or empty folder, or a diagram that cannot work, keeps Roster from starting.
 */
@Component
class Diagrams implements InitializingBean {

    /** The engine looks for duplicates within one source, so what came through another door is not overwritten by an unchanged folder. */
    static final String SOURCE = "folder";

    private final RepositoryService repository;
    private final DiagramCheck check;
    private final String folder;

    Diagrams(RepositoryService repository, DiagramCheck check, @Value("${ROSTER_BPMN_DIR:}") String folder) {
        this.repository = repository;
        this.check = check;
        this.folder = folder;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        var deployment =
                repository.createDeployment().name("roster").source(SOURCE).enableDuplicateFiltering(true);
        var findings = new ArrayList<Finding>();
        for (Resource diagram : diagrams()) {
            String name = String.valueOf(diagram.getFilename());
            byte[] bpmn = diagram.getContentAsByteArray();
            findings.addAll(check.check(name, bpmn).findings());
            deployment.addInputStream(name, new ByteArrayInputStream(bpmn));
        }
        DiagramRefused.ifAny(findings);
        deployment.deploy();
    }

    private List<Resource> diagrams() throws IOException {
        Path standard = Path.of("bpmn");
        List<Resource> found;
        if (!folder.isEmpty()) {
            found = in(Path.of(folder));
        } else if (Files.isDirectory(standard)) {
            found = in(standard);
        } else {
            found = List.of(new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.bpmn"));
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("There is no diagram (*.bpmn) in " + (folder.isEmpty() ? "bpmn" : folder)
                    + "; see ROSTER_BPMN_DIR");
        }
        return found;
    }

    private static List<Resource> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(
                    "The folder of diagrams does not exist: " + folder.toAbsolutePath() + "; see ROSTER_BPMN_DIR");
        }
        var found = new ArrayList<Resource>();
        try (var files = Files.newDirectoryStream(folder, "*.bpmn")) {
            files.forEach(file -> found.add(new FileSystemResource(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder of diagrams cannot be read: " + folder, unreadable);
        }
        found.sort(Comparator.comparing(Resource::getFilename));
        return found;
    }
}
