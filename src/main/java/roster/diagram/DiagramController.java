package roster.diagram;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/diagrams")
class DiagramController {

    record Diagrams(List<DiagramVersion> items) {}

    private final DiagramManagement diagrams;

    DiagramController(DiagramManagement diagrams) {
        this.diagrams = diagrams;
    }

    /** Lists the newest version of each process, with its running instances over all versions. For platform operators and process analysts. */
    @GetMapping
    Diagrams list() {
        return new Diagrams(diagrams.list());
    }

    /** Lists the versions of a process, newest first. For platform operators and process analysts. */
    @GetMapping("/{key}/versions")
    Diagrams versions(@PathVariable String key) {
        return new Diagrams(diagrams.versions(key));
    }

    /** Answers the diagram of a version as it was deployed. For platform operators and process analysts. */
    @GetMapping(path = "/{key}/versions/{version}", produces = MediaType.APPLICATION_XML_VALUE)
    byte[] bpmn(@PathVariable String key, @PathVariable int version) {
        return diagrams.bpmn(key, version);
    }

    /**
     * Deploys a diagram, unless it changes nothing (200). A dry run says what is wrong with it, what it would change and where instances are running.
     * For platform operators.
     */
    @PostMapping(
            consumes = {MediaType.APPLICATION_XML_VALUE, "application/bpmn+xml", MediaType.TEXT_XML_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DiagramDeployment> deploy(
            @RequestBody byte[] bpmn, @RequestParam(defaultValue = "false") boolean dryRun) {
        return answer(dryRun ? diagrams.check(null, bpmn) : diagrams.deploy(null, bpmn));
    }

    /**
     * Deploys a diagram from a file, whose name it keeps, unless it changes nothing (200). A dry run says what is wrong with it, what it would change
     * and where instances are running. For platform operators.
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DiagramDeployment> deployFile(
            @RequestPart MultipartFile file, @RequestParam(defaultValue = "false") boolean dryRun) throws IOException {
        String name = name(file.getOriginalFilename());
        byte[] bpmn = file.getBytes();
        return answer(dryRun ? diagrams.check(name, bpmn) : diagrams.deploy(name, bpmn));
    }

    /** Deploys the diagram of an earlier version again as the newest, unless it is that already (200). For platform operators. */
    @PostMapping("/{key}/versions/{version}/restore")
    ResponseEntity<DiagramDeployment> restore(
            @PathVariable String key, @PathVariable int version, @RequestParam(defaultValue = "false") boolean dryRun) {
        return answer(dryRun ? diagrams.checkRestoring(key, version) : diagrams.restore(key, version));
    }

    private static ResponseEntity<DiagramDeployment> answer(DiagramDeployment deployment) {
        return ResponseEntity.status(deployment.deployed() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(deployment);
    }

    /** Without the folders that some browsers send along. */
    private static @Nullable String name(@Nullable String sent) {
        String name = sent == null ? "" : sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        return name.isBlank() ? null : name;
    }
}
