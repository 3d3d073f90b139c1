package roster.check;

import java.util.Set;
import java.util.stream.Stream;

/**
 * A mail goes out after the transaction that decides on it, in a job that is tried again: a mail server that is down must not stop who acts.
 *
 * @param tasks beans of the tasks that send mails
 */
public record MailsLater(Set<String> tasks) implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return diagram.flows()
                .flatMap(Flow::steps)
                .filter(step -> tasks.contains(step.task()) && !step.isJob())
                .map(step -> diagram.finding(
                        step.node(), "sends a mail while somebody waits for the answer; tick Asynchronous before"));
    }
}
