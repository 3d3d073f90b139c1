package roster.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;

/** Each rule on an example of its own in {@code broken/}, which breaks that rule alone. */
class DiagramCheckTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/bpmn");
    private static final DiagramCheck CHECK =
            new DiagramCheck(Set.of("work", "rest"), Set.of("Go", "Stop"), List.of(new FirstStep("checked", "work")));

    @Test
    void namesFileElementFaultAndRemedyOfEachBrokenDiagram() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve("broken"))) {
            assertThat(files.sorted().map(DiagramCheckTest::refusal).collect(Collectors.joining("\n")))
                    .isEqualTo("""
                            The diagram calling-condition.bpmn cannot be used:
                              Flow_ToDone has the expression ${work.execute(execution)}, which calls something; it may only read and compare variables, such as ${attempts > 3}
                            The diagram class-in-the-old-namespace.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (class); let a service task with a delegate expression do it
                            The diagram class.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (class); let a service task with a delegate expression do it
                            The diagram connector.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (connector); let a service task with a delegate expression do it
                            The diagram decision.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (decisionRef); let a service task with a delegate expression do it
                            The diagram execution-listener.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (executionListener); let a service task with a delegate expression do it
                            The diagram expression.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (expression); let a service task with a delegate expression do it
                            The diagram external-task.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (type); let a service task with a delegate expression do it
                            The diagram history-time-to-live-in-months.bpmn cannot be used:
                              "Example" (example) needs a history time to live in days, such as P180D, not P6M
                            The diagram input-script.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (script); let a service task with a delegate expression do it
                            The diagram no-history-time-to-live.bpmn cannot be used:
                              "Example" (example) needs a history time to live in days, such as P180D
                            The diagram no-process.bpmn cannot be used:
                              it has no executable process; draw one, and tick Executable
                            The diagram no-task.bpmn cannot be used:
                              "Work" (Task_Work) has no delegate expression; it needs one of [${rest}, ${work}]
                            The diagram not-bpmn.bpmn cannot be used:
                              it is no BPMN 2.0, so draw it with the Camunda Modeler: Error: URI=null Line=8
                            The diagram not-xml.bpmn cannot be used:
                              it is no BPMN 2.0, so draw it with the Camunda Modeler: Fatal Error: URI=null Line=1
                            The diagram output-call.bpmn cannot be used:
                              "Work" (Task_Work) has the expression ${execution.processEngineServices}, which calls something; it may only read and compare variables, such as ${attempts > 3}
                            The diagram retry-in-words.bpmn cannot be used:
                              "Work" (Task_Work) has the time "PT1M,10 minutes"; three days are P3D, and ten minutes PT10M
                            The diagram script-condition.bpmn cannot be used:
                              Flow_ToDone brings code of its own (language); let a service task with a delegate expression do it
                            The diagram script-task.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (scriptTask); let a service task with a delegate expression do it
                              "Work" (Task_Work) brings code of its own (script); let a service task with a delegate expression do it
                            The diagram step-before-the-first.bpmn cannot be used:
                              "Asked" (StartEvent_Asked) must lead straight to the task ${work}, without waiting; put other steps behind it
                            The diagram task-listener.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (taskListener); let a service task with a delegate expression do it
                            The diagram time-in-words.bpmn cannot be used:
                              "Gone" (Event_Gone) has the time "3 days"; three days are P3D, and ten minutes PT10M
                            The diagram unknown-message.bpmn cannot be used:
                              "Gone" (Message_Gone) is a message that nothing sends; Roster sends [Go, Stop]
                            The diagram unknown-task-of-a-throwing-event.bpmn cannot be used:
                              "Told" (Event_Told) has the delegate expression ${tell}, which Roster does not know; it knows [${rest}, ${work}]
                            The diagram unknown-task.bpmn cannot be used:
                              "Work" (Task_Work) has the delegate expression ${wrok}, which Roster does not know; it knows [${rest}, ${work}]""");
        }
    }

    @Test
    void acceptsADiagramOfOurTasksAndMessagesWhoseExpressionsOnlyRead() {
        assertThatCode(() -> CHECK.check(new FileSystemResource(EXAMPLES.resolve("right/right.bpmn"))))
                .doesNotThrowAnyException();
    }

    private static String refusal(Path diagram) {
        var refusal =
                catchThrowableOfType(IllegalStateException.class, () -> CHECK.check(new FileSystemResource(diagram)));
        assertThat(refusal).as(diagram + " is refused").isNotNull();
        // What follows the line number is the parser's own text, in the language of the machine
        return String.valueOf(refusal.getMessage()).replaceAll("(Line=\\d+):.*", "$1");
    }
}
