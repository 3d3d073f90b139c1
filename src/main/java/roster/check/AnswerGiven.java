package roster.check;

import java.util.stream.Stream;

/**
 * Where an answer is asked for somebody has given it; there is none on the way of a timer that ended the waiting, and the engine would fail there again and
 * again.
 *
 * @param variable that holds the answer
 */
public record AnswerGiven(String variable) implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        var answer = new Answer(variable);
        return diagram.flows().flatMap(flow -> {
            var asked = new Passed(flow, Answer::isAskedAt, step -> false);
            return flow.steps()
                    .filter(step -> flow.ways(step.node()).anyMatch(answer::isAskedFor))
                    .filter(step -> !asked.onEveryWayTo(step))
                    .map(
                            step -> diagram.finding(
                                    step.node(),
                                    "can be reached though nobody has answered; let every way to it come from a user task that was answered"));
        });
    }
}
