package roster.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process waits somewhere for each message that people, or Roster itself, must be able to send to it.
 *
 * @param process key of the process
 * @param messages names
 */
public record Catches(String process, Set<String> messages) implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return diagram.flow(process).flatMap(flow -> {
            Set<String> caught =
                    flow.steps().flatMap(step -> step.message().stream()).collect(Collectors.toSet());
            return new TreeSet<>(messages)
                    .stream()
                            .filter(message -> !caught.contains(message))
                            .map(message -> diagram.finding(
                                    flow.process(),
                                    "never waits for the message " + message + "; draw an event that catches it"));
        });
    }
}
