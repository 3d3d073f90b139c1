package roster.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** One step of a process: a task, an event, a gateway or a sub-process. */
record Step(FlowNode node) {

    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    /** The bean that it calls, or an empty text. */
    String task() {
        return Stream.concat(Stream.of(node), definitions(MessageEventDefinition.class))
                .map(element -> BEAN.matcher(Extension.attribute(element, "delegateExpression")))
                .filter(Matcher::matches)
                .map(bean -> bean.group(1))
                .findFirst()
                .orElse("");
    }

    /** The name of the message that it waits for. */
    Optional<String> message() {
        Stream<Message> messages = node instanceof ReceiveTask task
                ? Stream.ofNullable(task.getMessage())
                : definitions(MessageEventDefinition.class).flatMap(event -> Stream.ofNullable(event.getMessage()));
        return node instanceof CatchEvent || node instanceof ReceiveTask
                ? messages.flatMap(message -> Stream.ofNullable(message.getName()))
                        .findFirst()
                : Optional.empty();
    }

    boolean isTimer() {
        return node instanceof CatchEvent
                && definitions(TimerEventDefinition.class).findAny().isPresent();
    }

    /** Whether it is a timer that is over some time after its beginning, and not at a date. */
    boolean lasts() {
        return definitions(TimerEventDefinition.class).anyMatch(timer -> timer.getTimeDuration() != null);
    }

    /** An event that ends what it stands at, or what its event sub-process stands in. */
    boolean interrupts() {
        return (node instanceof BoundaryEvent event && event.cancelActivity())
                || (node instanceof StartEvent start && start.isInterrupting());
    }

    /** Whether it goes on only when somebody or something else acts. */
    boolean waits() {
        boolean isLink = definitions(LinkEventDefinition.class).findAny().isPresent();
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof CallActivity
                || node instanceof EventBasedGateway
                || (node instanceof IntermediateCatchEvent && !isLink);
    }

    /** Whether it is done in a job, after the transaction of what came before. */
    boolean isJob() {
        return says("asyncBefore") || says("async");
    }

    /** Whether what comes after it is done in a job. */
    boolean isFollowedByJob() {
        return says("asyncAfter");
    }

    private boolean says(String attribute) {
        return "true".equals(Extension.attribute(node, attribute));
    }

    private <T extends EventDefinition> Stream<T> definitions(Class<T> type) {
        return node.getChildElementsByType(type).stream();
    }
}
