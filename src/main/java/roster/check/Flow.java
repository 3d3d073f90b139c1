package roster.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CancelEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** How one process goes: from step to step, into embedded sub-processes and out of them, and away by what happens meanwhile. */
final class Flow {

    private final Process process;
    private final List<Step> steps = new ArrayList<>();
    private final List<SequenceFlow> ways = new ArrayList<>();
    private final Map<FlowNode, List<Step>> attached;
    private final Map<FlowNode, List<FlowNode>> next = new HashMap<>();
    private final Map<FlowNode, List<FlowNode>> previous = new HashMap<>();

    Flow(Process process) {
        this.process = process;
        collect(process.getFlowElements());
        attached = steps.stream()
                .filter(step -> step.node() instanceof BoundaryEvent)
                .collect(Collectors.groupingBy(step -> ((BoundaryEvent) step.node()).getAttachedTo()));
    }

    private void collect(Collection<FlowElement> elements) {
        for (FlowElement element : elements) {
            if (element instanceof FlowNode node) {
                steps.add(new Step(node));
            }
            if (element instanceof SequenceFlow way && way.getSource() != null && way.getTarget() != null) {
                ways.add(way);
                next.computeIfAbsent(way.getSource(), none -> new ArrayList<>()).add(way.getTarget());
                previous.computeIfAbsent(way.getTarget(), none -> new ArrayList<>())
                        .add(way.getSource());
            }
            if (element instanceof SubProcess inner) {
                collect(inner.getFlowElements());
            }
        }
    }

    Process process() {
        return process;
    }

    Stream<Step> steps() {
        return steps.stream();
    }

    /** The arrows. */
    Stream<SequenceFlow> ways() {
        return ways.stream();
    }

    /** The arrows that begin at a step. */
    Stream<SequenceFlow> ways(FlowNode from) {
        return ways().filter(way -> from.equals(way.getSource()));
    }

    /** What an arrow asks for, if it asks for anything. */
    static Optional<String> condition(SequenceFlow way) {
        return Optional.ofNullable(way.getConditionExpression())
                .map(condition -> condition.getTextContent().strip());
    }

    /** The events that the process begins with. */
    Stream<Step> beginnings() {
        return beginnings(process.getFlowElements());
    }

    private static Stream<Step> beginnings(Collection<FlowElement> elements) {
        return elements.stream().filter(StartEvent.class::isInstance).map(start -> new Step((StartEvent) start));
    }

    /** Where it goes when this step is done; nowhere at the end of the process. */
    List<Step> after(Step step) {
        if (step.node() instanceof SubProcess inner) {
            List<Step> begin = beginnings(inner.getFlowElements()).toList();
            return begin.isEmpty() ? leaving(inner) : begin;
        }
        return leaving(step.node());
    }

    private List<Step> leaving(FlowNode node) {
        List<Step> steps = Stream.of(next(node).stream(), linked(node), compensating(node))
                .flatMap(Function.identity())
                .map(Step::new)
                .toList();
        boolean fails = Stream.of(ErrorEventDefinition.class, CancelEventDefinition.class)
                .anyMatch(failure -> !node.getChildElementsByType(failure).isEmpty());
        return steps.isEmpty() && !fails ? finishing(node.getParentElement()) : steps;
    }

    /** Where it goes when what stands in this scope is done. */
    private List<Step> finishing(ModelElementInstance scope) {
        if (!(scope instanceof SubProcess inner)) {
            return List.of();
        }
        if (!inner.triggeredByEvent()) {
            return leaving(inner);
        }
        boolean endsScopeAround = beginnings(inner.getFlowElements()).allMatch(Step::interrupts);
        return endsScopeAround ? finishing(inner.getParentElement()) : List.of();
    }

    private Stream<FlowNode> linked(FlowNode node) {
        return node instanceof IntermediateThrowEvent
                ? link(node)
                        .flatMap(name -> steps().map(Step::node)
                                .filter(other -> !(other instanceof IntermediateThrowEvent)
                                        && link(other).anyMatch(name::equals)))
                : Stream.empty();
    }

    private static Stream<String> link(FlowNode node) {
        return node.getChildElementsByType(LinkEventDefinition.class).stream()
                .flatMap(link -> Stream.ofNullable(link.getName()));
    }

    private static Stream<FlowNode> compensating(FlowNode node) {
        return node instanceof BoundaryEvent
                ? node.getModelInstance().getModelElementsByType(Association.class).stream()
                        .filter(association -> node.equals(association.getSource()))
                        .flatMap(association -> association.getTarget() instanceof FlowNode handler
                                ? Stream.of(handler)
                                : Stream.empty())
                : Stream.empty();
    }

    /** As the ways are drawn; what a step itself says of its ways, the engine does not read. */
    private List<FlowNode> next(FlowNode node) {
        return next.getOrDefault(node, List.of());
    }

    private List<FlowNode> previous(FlowNode node) {
        return previous.getOrDefault(node, List.of());
    }

    /** Whether several ways out of it are taken at once. */
    boolean forks(Step step) {
        boolean chooses = step.node() instanceof ExclusiveGateway || step.node() instanceof EventBasedGateway;
        return next(step.node()).size() > 1 && !chooses;
    }

    /** Whether it waits for what comes on several ways. */
    boolean joins(Step step) {
        boolean gathers = step.node() instanceof ParallelGateway || step.node() instanceof InclusiveGateway;
        return previous(step.node()).size() > 1 && gathers;
    }

    /** Whether it is waited for at an event-based gateway. */
    boolean isAnswer(Step step) {
        return previous(step.node()).stream().anyMatch(EventBasedGateway.class::isInstance);
    }

    /** Every step that can come from there on, also by what happens meanwhile. */
    Set<Step> reachable(Stream<Step> from) {
        return reach(from, step -> Stream.concat(after(step).stream(), meanwhile(step)));
    }

    /** Every step that there is a way to. */
    static Set<Step> reach(Stream<Step> from, Function<Step, Stream<Step>> onwards) {
        var reached = new LinkedHashSet<Step>();
        var next = new ArrayDeque<>(from.toList());
        while (!next.isEmpty()) {
            Step step = next.remove();
            if (reached.add(step)) {
                onwards.apply(step).forEach(next::add);
            }
        }
        return reached;
    }

    /** The events that can happen while it is at this step: at the step itself and outside of it. */
    Stream<Step> meanwhile(Step step) {
        return Stream.concat(at(step.node()), outside(step));
    }

    /** The events at this step. */
    Stream<Step> at(FlowNode node) {
        return attached.getOrDefault(node, List.of()).stream();
    }

    /** The events at the sub-processes that this step stands in, and those that begin event sub-processes beside it. */
    Stream<Step> outside(Step step) {
        return around(step.node()).stream()
                .flatMap(scope -> Stream.concat(
                        scope instanceof FlowNode node ? at(node) : Stream.empty(),
                        isInEventSubProcessOf(scope, step) ? Stream.empty() : besides(scope)));
    }

    /** The sub-processes that this step stands in, the innermost first, and the process. */
    static Set<ModelElementInstance> around(FlowNode node) {
        var scopes = new LinkedHashSet<ModelElementInstance>();
        ModelElementInstance scope = node.getParentElement();
        while (scope instanceof SubProcess) {
            scopes.add(scope);
            scope = scope.getParentElement();
        }
        scopes.add(scope);
        return scopes;
    }

    private Stream<Step> besides(ModelElementInstance scope) {
        return scope.getChildElementsByType(SubProcess.class).stream()
                .filter(SubProcess::triggeredByEvent)
                .flatMap(inner -> beginnings(inner.getFlowElements()));
    }

    /** What has begun by an event is not ended by another one beside it. */
    private static boolean isInEventSubProcessOf(ModelElementInstance scope, Step step) {
        return around(step.node()).stream()
                .anyMatch(inner -> inner instanceof SubProcess begun
                        && begun.triggeredByEvent()
                        && scope.equals(begun.getParentElement()));
    }
}
