package roster.check;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * What people say in a user task, and how the ways behind it ask for it. Only a plain yes or no counts: compared with a word, a refusal could become an
 * approval.
 *
 * @param variable that holds the answer
 */
record Answer(String variable) {

    /** Whether somebody is asked at this step. */
    static boolean isAskedAt(Step step) {
        return step.node() instanceof UserTask;
    }

    /** Whether somebody's answer can choose between the ways out of it. */
    static boolean isChoice(FlowNode node) {
        return node instanceof ExclusiveGateway;
    }

    /** Whether the answer alone decides: each way asks plainly for it, but one that is left over. */
    boolean decidesAt(Flow flow, FlowNode choice) {
        List<SequenceFlow> others =
                flow.ways(choice).filter(way -> !isAskedFor(way)).toList();
        return others.size() <= 1
                && others.stream().allMatch(way -> condition(way).isEmpty())
                && flow.ways(choice).anyMatch(this::isAskedFor);
    }

    /** Whether it is taken because of the answer. */
    boolean isAskedFor(SequenceFlow way) {
        return isYes(way) || isNo(way);
    }

    /** The ways that are taken when the answer is no: those that say so, or else those that say nothing. */
    Stream<SequenceFlow> refusals(Flow flow, FlowNode choice) {
        boolean saysNo = flow.ways(choice).anyMatch(this::isNo);
        return flow.ways(choice)
                .filter(way -> saysNo ? isNo(way) : condition(way).isEmpty());
    }

    private boolean isYes(SequenceFlow way) {
        return condition(way).matches("[$#]\\{\\s*" + variable + "\\s*}");
    }

    private boolean isNo(SequenceFlow way) {
        return condition(way).matches("[$#]\\{\\s*(!|not\\s)\\s*" + variable + "\\s*}");
    }

    private static String condition(SequenceFlow way) {
        return Flow.condition(way).orElse("");
    }
}
