package roster.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lint of the build can say no; that it says yes to our own diagrams and templates the build itself shows. */
class LintTest {

    private record Lint(int exitCode, String output) {}

    @Test
    void refusesADiagramThatCannotBeReadAndNamesEachElement() throws Exception {
        Lint lint = run("lint.js", Path.of("src/test/resources/bpmn/unreadable"));
        assertThat(lint.exitCode()).isEqualTo(1);
        assertThat(lint.output().lines().map(line -> line.strip().replaceAll(" {2,}", " | ")))
                .contains(
                        "Activity_0abc123 | error | Id is made up by the editor; name it after what it is, such as ServiceTask_SendInvitation"
                                + " | roster/meaningful-id",
                        "ServiceTask_NoLabel | error | Element is missing label/name | label-required",
                        "SubProcess_NoLabel | error | Sub-process is missing label/name | roster/sub-process-label",
                        "unreadable | error | Process needs a history time to live, such as P180D | roster/history-time-to-live",
                        "EndEvent_NotDrawn | error | Element is missing bpmndi | no-bpmndi",
                        "Flow_Down | error | Flow crosses Flow_Across | roster/clear-drawing",
                        "Flow_Through | error | Flow runs through Activity_0abc123 | roster/clear-drawing",
                        "Flow_Down | error | Flow runs through the label of StartEvent_Started | roster/clear-drawing",
                        "StartEvent_Within | error | Label lies on the label of EndEvent_Within | roster/clear-drawing",
                        "EndEvent_Within | error | Label lies on SubProcess_NoLabel | roster/clear-drawing")
                .endsWith(
                        "A diagram breaks the rules of src/web/.bpmnlintrc; each line above names the element and what to change.");
    }

    @Test
    void refusesAFolderWithoutADiagram(@TempDir Path empty) throws Exception {
        Lint lint = run("lint.js", empty);
        assertThat(lint.exitCode()).isEqualTo(1);
        assertThat(lint.output()).contains("There is no diagram (*.bpmn) in " + empty);
    }

    @Test
    void refusesAnElementTemplateThatTheModelerWouldNotLoad(@TempDir Path folder) throws Exception {
        Path templates = Files.createDirectories(folder.resolve(".camunda/element-templates"));
        String right = Files.readString(Path.of("bpmn/.camunda/element-templates/member.json"));
        Files.writeString(
                templates.resolve("member.json"), right.replaceFirst("\"type\": \"Hidden\"", "\"type\": \"Hide\""));
        Lint lint = run("templates.js", folder);
        assertThat(lint.exitCode()).isEqualTo(1);
        assertThat(lint.output())
                .startsWith("member.json: Block member: ")
                .contains("invalid property type \"Hide\"")
                .doesNotContain("Unblock member");
    }

    private static Lint run(String script, Path folder) throws IOException, InterruptedException {
        Process lint = new ProcessBuilder("node", "src/web/" + script, folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Lint(lint.waitFor(), output);
    }
}
