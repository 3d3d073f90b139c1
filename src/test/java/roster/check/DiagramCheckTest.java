package roster.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on an example of its own in {@code broken/}, which breaks that rule alone. */
class DiagramCheckTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/bpmn");
    private static final DiagramCheck CHECK = new DiagramCheck(
            Set.of("work", "rest", "mail", "join"),
            List.of(new KnownMessages(Set.of("Go", "Stop"), Set.of("Stop"))),
            List.of(
                    new KnownProcesses(Set.of(
                            "example", "checked", "heard", "listening", "lasting", "asking", "reading", "doing")),
                    new BeginsWith("checked", "work"),
                    new Catches("heard", Set.of("Go", "Stop")),
                    new MailsLater(Set.of("mail")),
                    new OnlyBehind("join", "Go", Set.of("work")),
                    new Listens("listening", Set.of("work"), Set.of("rest"), Set.of("Stop")),
                    new InTime("lasting", "Go"),
                    whereAsking(new AnswerDecides("approved")),
                    whereAsking(new AnswerGiven("approved")),
                    whereAsking(new RefusalStops("approved", Set.of("rest"))),
                    whereAsking(new AsksGroup("admins")),
                    new Reads("reading", Set.of("role")),
                    new GoneAfter("reading", "role", "work"),
                    new Does("doing", "work", Set.of("mail")),
                    new DoneBefore("doing", "work", "mail", Set.of())));

    @Test
    void namesFileElementFaultAndRemedyOfEachBrokenDiagram() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve("broken"))) {
            assertThat(files.sorted().map(DiagramCheckTest::refusal).collect(Collectors.joining("\n")))
                    .isEqualTo("""
                            The diagram answer-compared-with-a-word.bpmn cannot be used:
                              "Decide" (UserTask_Decide) asks for an answer that does not decide alone; lead it to an exclusive gateway with a way that has the condition ${approved} and one that has none
                            The diagram answer-that-is-overruled.bpmn cannot be used:
                              "Decide" (UserTask_Decide) asks for an answer that does not decide alone; lead it to an exclusive gateway with a way that has the condition ${approved} and one that has none
                            The diagram answer-that-nobody-gave.bpmn cannot be used:
                              "Approved?" (Gateway_Answer) can be reached though nobody has answered; let every way to it come from a user task that was answered
                            The diagram answer-without-an-expression.bpmn cannot be used:
                              "Decide" (UserTask_Decide) asks for an answer that does not decide alone; lead it to an exclusive gateway with a way that has the condition ${approved} and one that has none
                            The diagram approval-by-a-date.bpmn cannot be used:
                              "Decide" (UserTask_Decide) has a setting that nothing looks at (dueDate); take it out, and let a timer at the task end the waiting
                            The diagram approval-of-others.bpmn cannot be used:
                              "Decide" (UserTask_Decide) asks managers, but whoever may answer is asked; write admins
                            The diagram calling-condition.bpmn cannot be used:
                              Flow_ToDone has the expression ${work.execute(execution)}, which calls something; it may only read and compare variables, such as ${attempts > 3}
                            The diagram class-in-the-old-namespace.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (class); let a service task with a delegate expression do it
                            The diagram class.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (class); let a service task with a delegate expression do it
                            The diagram condition-on-what-nobody-sets.bpmn cannot be used:
                              "admin" (Flow_ToWork) asks for rloe, which nothing sets here; a condition may ask for [role]
                            The diagram connector.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (connector); let a service task with a delegate expression do it
                            The diagram date-in-words.bpmn cannot be used:
                              "Gone" (Event_Gone) has the time "tomorrow"; a date is written like 2030-12-31T12:00:00Z
                            The diagram date-instead-of-a-time.bpmn cannot be used:
                              "Late" (Event_Late) must say how long it lasts, since the time runs anew each time; make it a duration, such as P3D
                            The diagram date-of-a-region.bpmn cannot be used:
                              "Gone" (Event_Gone) has the time "2030-12-31T12:00:00+01:00[Europe/Paris]"; a date is written like 2030-12-31T12:00:00Z
                            The diagram deaf-job.bpmn cannot be used:
                              "Tell" (Task_Mail) waits where nobody hears the message Stop; put it into a sub-process with an event for it
                            The diagram deaf-wait.bpmn cannot be used:
                              "Decide" (UserTask_Decide) waits where nobody hears the message Stop; attach an event for it, or put it into a sub-process with one
                            The diagram decision.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (decisionRef); let a service task with a delegate expression do it
                            The diagram end-of-everything.bpmn cannot be used:
                              "Done" (EndEvent_Done) ends everything else that goes on as well; make it a plain end event
                            The diagram end-too-early.bpmn cannot be used:
                              "Forgotten" (EndEvent_Forgotten) ends the process before one of [rest] is done; let it lead there first
                            The diagram entity-bomb.bpmn cannot be used:
                              it declares a document type (DOCTYPE), which no diagram needs; delete that line
                            The diagram event-without-a-message.bpmn cannot be used:
                              "Called off" (Event_CalledOff) waits for a message and does not say for which; choose one of [Go, Stop]
                            The diagram execution-listener.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (executionListener); let a service task with a delegate expression do it
                            The diagram expression.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (expression); let a service task with a delegate expression do it
                            The diagram external-entity.bpmn cannot be used:
                              it declares a document type (DOCTYPE), which no diagram needs; delete that line
                            The diagram external-task.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (type); let a service task with a delegate expression do it
                            The diagram history-time-to-live-in-months.bpmn cannot be used:
                              "Example" (example) needs a history time to live in days, such as P180D, not P6M
                            The diagram id-of-the-editor.bpmn cannot be used:
                              "Work" (Activity_0x3k2f1) has an id that the editor made up; name it after what it is, such as ServiceTask_SendInvitation
                            The diagram input-script.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (script); let a service task with a delegate expression do it
                            The diagram joining-after-a-renewal.bpmn cannot be used:
                              "Join" (Task_Join) can be reached though the message Go has not come since the last of [work]; let every way to it wait for the message
                            The diagram joining-by-a-way-around.bpmn cannot be used:
                              "Join" (Task_Join) can be reached though the message Go has not come since the last of [work]; let every way to it wait for the message
                            The diagram joining-when-time-is-over.bpmn cannot be used:
                              "Join" (Task_Join) can be reached though the message Go has not come since the last of [work]; let every way to it wait for the message
                            The diagram mail-while-the-caller-waits.bpmn cannot be used:
                              "Tell" (Task_Mail) sends a mail while somebody waits for the answer; tick Asynchronous before
                            The diagram message-awaited-on-two-branches.bpmn cannot be used:
                              "Other" (Event_Other) waits for the message Stop while something else waits for it as well; keep one of them
                              "One" (Event_One) waits for the message Stop while something else waits for it as well; keep one of them
                            The diagram message-awaited-twice-at-one-place.bpmn cannot be used:
                              "Called off too" (Event_CalledOffToo) waits for the message Stop while something else waits for it as well; keep one of them
                            The diagram message-defined-twice.bpmn cannot be used:
                              "Stop" (Message_StopToo) is a second message of this name; let all events name the first and delete this one
                            The diagram message-never-awaited.bpmn cannot be used:
                              "Heard" (heard) never waits for the message Go; draw an event that catches it
                            The diagram no-history-time-to-live.bpmn cannot be used:
                              "Example" (example) needs a history time to live in days, such as P180D
                            The diagram no-process.bpmn cannot be used:
                              it has no executable process; draw one, and tick Executable
                            The diagram no-task.bpmn cannot be used:
                              "Work" (Task_Work) has no delegate expression; it needs one of [${join}, ${mail}, ${rest}, ${work}]
                            The diagram not-bpmn.bpmn cannot be used:
                              it is no BPMN 2.0, so draw it with the Camunda Modeler: Error: URI=null Line=8
                            The diagram not-drawn.bpmn cannot be used:
                              "Work" (Task_Work) is not drawn; draw it, or delete it
                              Flow_ToDone is not drawn; draw it, or delete it
                            The diagram not-xml.bpmn cannot be used:
                              it is no XML that can be read, from line 1 on; draw it with the Camunda Modeler
                            The diagram notice-before-the-work.bpmn cannot be used:
                              "Tell" (Task_Mail) can be reached though the task work has not been done; let every way to it come through that task
                            The diagram other-encoding.bpmn cannot be used:
                              it is written in another encoding than UTF-8; save it in UTF-8
                            The diagram output-call.bpmn cannot be used:
                              "Work" (Task_Work) has the expression ${execution.processEngineServices}, which calls something; it may only read and compare variables, such as ${attempts > 3}
                            The diagram process-that-nothing-starts.bpmn cannot be used:
                              "Exmaple" (exmaple) is a process that nothing starts; its id must be one of [asking, checked, doing, example, heard, lasting, listening, reading]
                            The diagram refusal-by-a-negation.bpmn cannot be used:
                              "yes" (Flow_ToApprove) is the way of a refusal and leads to "Rest"; swap it with the way of ${approved}
                            The diagram refusal-that-is-done.bpmn cannot be used:
                              "no" (Flow_ToRefuse) is the way of a refusal and leads to "Rest"; swap it with the way of ${approved}
                            The diagram repetition-at-once.bpmn cannot be used:
                              "Each" (SubProcess_Each) is to be repeated; let it be done once, and draw a way back to what is to be done again
                            The diagram repetition-in-a-row.bpmn cannot be used:
                              "Work" (Task_Work) is to be repeated; let it be done once, and draw a way back to what is to be done again
                            The diagram repetition-in-cron.bpmn cannot be used:
                              "Gone" (Event_Gone) has the time "0 0 12 * * ?"; every day is R/P1D, and three times in a row, an hour apart, R3/PT1H
                            The diagram retry-in-words.bpmn cannot be used:
                              "Work" (Task_Work) has the time "PT1M,10 minutes"; three days are P3D, and ten minutes PT10M
                            The diagram role-that-is-gone.bpmn cannot be used:
                              "admin" (Flow_ToMail) asks for role, which is gone behind "Work"; ask in front of it
                            The diagram script-condition.bpmn cannot be used:
                              Flow_ToDone brings code of its own (language); let a service task with a delegate expression do it
                            The diagram script-task.bpmn cannot be used:
                              "Work" (Task_Work) brings code of its own (scriptTask); let a service task with a delegate expression do it
                              "Work" (Task_Work) brings code of its own (script); let a service task with a delegate expression do it
                            The diagram start-by-a-timer.bpmn cannot be used:
                              "Every morning" (StartEvent_Asked) starts the process though nobody has asked for it; make it a plain start event
                            The diagram step-before-the-first.bpmn cannot be used:
                              "Asked" (StartEvent_Asked) must lead straight to the task work, without waiting; put other steps behind it
                            The diagram task-left-out.bpmn cannot be used:
                              "Doing" (doing) never does the task work; let a way lead to it
                            The diagram task-listener.bpmn cannot be used:
                              "Decide" (UserTask_Decide) brings code of its own (taskListener); let a service task with a delegate expression do it
                            The diagram task-of-another-process.bpmn cannot be used:
                              "Rest" (Task_Rest) does rest, which belongs to another process; here it is one of [mail, work]
                            The diagram time-from-a-variable.bpmn cannot be used:
                              "Gone" (Event_Gone) has the time "${days}"; three days are P3D, and ten minutes PT10M
                            The diagram time-in-words.bpmn cannot be used:
                              "Gone" (Event_Gone) has the time "3 days"; three days are P3D, and ten minutes PT10M
                            The diagram time-of-ages.bpmn cannot be used:
                              "Gone" (Event_Gone) has the time "P999999999D"; three days are P3D, and ten minutes PT10M
                            The diagram unknown-message.bpmn cannot be used:
                              "Gone" (Message_Gone) is a message that nothing sends; Roster sends [Go, Stop]
                            The diagram unknown-task-of-a-throwing-event.bpmn cannot be used:
                              "Told" (Event_Told) has the delegate expression ${tell}, which Roster does not know; it knows [${join}, ${mail}, ${rest}, ${work}]
                            The diagram unknown-task.bpmn cannot be used:
                              "Work" (Task_Work) has the delegate expression ${wrok}, which Roster does not know; it knows [${join}, ${mail}, ${rest}, ${work}]
                            The diagram wait-that-is-only-reminded.bpmn cannot be used:
                              "Decide" (UserTask_Decide) may wait for ever; attach a timer to it, or an event for [Stop]
                            The diagram wait-without-a-way-out.bpmn cannot be used:
                              "Decide" (UserTask_Decide) may wait for ever; attach a timer to it, or an event for [Stop]
                            The diagram zero-timer.bpmn cannot be used:
                              "Gone" (Event_Gone) has the time "PT0S"; three days are P3D, and ten minutes PT10M""");
        }
    }

    @ParameterizedTest
    @MethodSource("right")
    void acceptsWhatKeepsToTheRules(Path diagram) {
        assertThat(findings(diagram)).isEmpty();
    }

    static List<Path> right() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve("right"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }
    }

    /** A rule about every user task, which would break most other examples as well. */
    private static Rule whereAsking(Rule rule) {
        return diagram -> diagram.flow("asking").findAny().stream().flatMap(asking -> rule.findings(diagram));
    }

    private static String refusal(Path diagram) {
        assertThat(findings(diagram)).as(diagram + " is refused").isNotEmpty();
        return "The diagram " + diagram.getFileName() + " cannot be used:\n  " + String.join("\n  ", findings(diagram));
    }

    private static List<String> findings(Path diagram) {
        try {
            return CHECK.check(diagram.getFileName().toString(), Files.readAllBytes(diagram)).findings().stream()
                    // What follows the line number is the parser's own text, in the language of the machine
                    .map(finding -> finding.message().replaceAll("(Line=\\d+):.*", "$1"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
