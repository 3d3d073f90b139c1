package roster.check;

import java.util.List;
import java.util.stream.Stream;

/**
 * What people answer in a user task decides how the process goes on: otherwise what they refuse would be done.
 *
 * @param variable that holds the answer
 */
public record AnswerDecides(String variable) implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return diagram.flows()
                .flatMap(flow -> flow.steps().filter(step -> Answer.isAskedAt(step) && !decides(flow, step)))
                .map(task -> diagram.finding(
                        task.node(),
                        "asks for an answer that does not decide alone; lead it to an exclusive gateway with a way that has the condition ${"
                                + variable + "} and one that has none"));
    }

    private boolean decides(Flow flow, Step task) {
        var answer = new Answer(variable);
        List<Step> after = flow.after(task);
        return !after.isEmpty()
                && after.stream().allMatch(next -> Answer.isChoice(next.node()) && answer.decidesAt(flow, next.node()));
    }
}
