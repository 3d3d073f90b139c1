package roster.diagram;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import roster.check.Names;

/** What can be said of an element of a diagram, and how it is told that it is another now. */
enum Trait {
    LABEL(
            element -> text(element.getAttributeValue("name")),
            "%s has a label now: %s",
            "%s has no label any more; it was %s",
            "%s was called \"%s\" before"),
    KIND(Trait::kind, "%s is now a %s", "%s was a %s", "%s is now a %3$s, and was a %2$s"),
    DOES(
            element -> text(camunda(element, "delegateExpression")).replaceAll("[${}]", ""),
            "%s now does %s",
            "%s no longer does %s",
            "%s now does %3$s instead of %2$s"),
    TIMER(
            Trait::timer,
            "%s has a timer now: %s",
            "%s has no timer any more; it was %s",
            "the timer %s changed from %s to %s"),
    MESSAGE(
            Trait::message,
            "%s now waits for the message %s",
            "%s no longer waits for the message %s",
            "%s now waits for the message %3$s instead of %2$s"),
    TRIES(
            Trait::tries,
            "%s is now tried again after %s",
            "%s is no longer tried again after %s",
            "%s is now tried again after %3$s instead of after %2$s"),
    BACKGROUND(
            element -> "true".equals(camunda(element, "asyncBefore")) ? "in the background" : "",
            "%s now runs %s",
            "%s no longer runs %s",
            "%s now runs %3$s"),
    ENDS(
            (element, newer) -> element instanceof BoundaryEvent event && event.cancelActivity()
                    ? label(event.getAttachedTo(), newer)
                    : "",
            "%s now ends %s",
            "%s no longer ends %s",
            "%s now ends %3$s instead of %2$s"),
    STANDS_AT(
            (element, newer) -> element instanceof BoundaryEvent event ? label(event.getAttachedTo(), newer) : "",
            "%s now stands at %s",
            "%s no longer stands at %s",
            "%s now stands at %3$s instead of %2$s"),
    COMES_FROM(
            (element, newer) -> element instanceof SequenceFlow flow ? label(flow.getSource(), newer) : "",
            "%s now comes from %s",
            "%s no longer comes from %s",
            "%s now begins at %3$s instead of at %2$s"),
    LEADS_TO(
            (element, newer) -> element instanceof SequenceFlow flow ? label(flow.getTarget(), newer) : "",
            "%s now leads to %s",
            "%s no longer leads to %s",
            "%s now leads to %3$s instead of to %2$s"),
    CONDITION(
            element -> element instanceof SequenceFlow flow && flow.getConditionExpression() != null
                    ? flow.getConditionExpression().getTextContent().strip()
                    : "",
            "%s is now taken only if %s",
            "%s no longer asks for %s",
            "%s is now taken if %3$s, and was if %2$s"),
    WHO(
            element -> Stream.of("assignee", "candidateUsers", "candidateGroups")
                    .map(attribute -> text(camunda(element, attribute)))
                    .filter(who -> !who.isEmpty())
                    .collect(Collectors.joining(", ")),
            "%s is now for %s",
            "%s is no longer for %s",
            "%s is now for %3$s instead of %2$s"),
    WITHIN(
            (element, newer) -> element.getParentElement() instanceof SubProcess around ? label(around, newer) : "",
            "%s is now within %s",
            "%s is no longer within %s",
            "%s is now within %3$s instead of %2$s"),
    HISTORY(
            element -> element instanceof Process ? Times.inWords(text(camunda(element, "historyTimeToLive"))) : "",
            "the history of %s is now kept for %s",
            "the history of %s is no longer kept for %s",
            "the history of %s is now kept for %3$s instead of %2$s"),
    NOTE(
            element -> element.getChildElementsByType(Documentation.class).stream()
                    .map(note -> note.getTextContent().strip())
                    .collect(Collectors.joining(" ")),
            "%s has a note now",
            "%s has no note any more",
            "the note at %s changed");

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final BiFunction<BaseElement, ModelInstance, String> value;
    private final String came;
    private final String went;
    private final String changed;

    Trait(Function<BaseElement, String> value, String came, String went, String changed) {
        this((element, newer) -> value.apply(element), came, went, changed);
    }

    Trait(BiFunction<BaseElement, ModelInstance, String> value, String came, String went, String changed) {
        this.value = value;
        this.came = came;
        this.went = went;
        this.changed = changed;
    }

    /** A sentence, if this is not what it was. */
    Optional<String> change(BaseElement old, BaseElement element) {
        String before = value.apply(old, element.getModelInstance());
        String after = value.apply(element, element.getModelInstance());
        if (before.equals(after)) {
            return Optional.empty();
        }
        if (before.isEmpty()) {
            return Optional.of(came.formatted(label(element), after));
        }
        return Optional.of(
                after.isEmpty()
                        ? went.formatted(label(element), before)
                        : changed.formatted(label(element), before, after));
    }

    /** Such as {@code "Send invitation"}; a way between two of them is called after both. */
    static String label(ModelElementInstance element) {
        if (element instanceof SequenceFlow flow && text(flow.getName()).isEmpty()) {
            return "the way from " + label(flow.getSource()) + " to " + label(flow.getTarget());
        }
        String id = Objects.toString(element.getAttributeValue("id"), "");
        return "\"" + Names.of(element, id) + "\"";
    }

    /** By what it is called now: another name alone makes it no other element. */
    private static String label(ModelElementInstance element, ModelInstance newer) {
        ModelElementInstance now = newer.getModelElementById(element.getAttributeValue("id"));
        return label(now == null ? element : now);
    }

    private static String kind(BaseElement element) {
        return element.getElementType()
                .getTypeName()
                .replaceAll("([A-Z])", " $1")
                .toLowerCase(Locale.ROOT);
    }

    private static String timer(BaseElement element) {
        return element.getChildElementsByType(TimerEventDefinition.class).stream()
                .flatMap(timer -> Stream.of(timer.getTimeDuration(), timer.getTimeDate(), timer.getTimeCycle()))
                .filter(Objects::nonNull)
                .map(time -> Times.inWords(time.getTextContent()))
                .collect(Collectors.joining(", "));
    }

    private static String message(BaseElement element) {
        return element.getChildElementsByType(MessageEventDefinition.class).stream()
                .map(MessageEventDefinition::getMessage)
                .filter(Objects::nonNull)
                .map(message -> text(message.getName()))
                .collect(Collectors.joining(", "));
    }

    private static String tries(BaseElement element) {
        return element instanceof FlowNode && element.getExtensionElements() != null
                ? element
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaFailedJobRetryTimeCycle.class)
                        .list()
                        .stream()
                        .map(cycle -> Times.inWords(cycle.getTextContent()))
                        .collect(Collectors.joining(", "))
                : "";
    }

    private static @Nullable String camunda(BaseElement element, String attribute) {
        return element.getAttributeValueNs(CAMUNDA, attribute);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip().replaceAll("\\s+", " ");
    }
}
