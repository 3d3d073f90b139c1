package roster.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roster.problem.Problem;

/**
 * Many invitations on their way.
 *
 * @param just what became of those who were just sent
 * @param next the first who is not sent yet
 * @param failed the lines of all who could not be invited so far
 */
record Sending(List<People.Someone> people, List<Outcome> just, int next, List<String> failed) {

    /** @param problem null for who is invited, or still waits */
    record Outcome(
            int number,
            People.Someone someone,
            boolean sent,
            @Nullable Problem problem) {}

    /** Answers for each of them, in their order, why they could not be invited; null for who is. */
    interface Door {

        List<@Nullable Problem> send(List<People.Someone> people);
    }

    /** Sends the next few; one who is refused keeps nobody else from being invited. */
    static Sending send(NewMembers typed, List<People.Someone> people, int most, Door door) {
        int from = Math.max(0, typed.next() == null ? 0 : typed.next());
        int to = Math.min(people.size(), from + most);
        var just = new ArrayList<Outcome>();
        if (from < to) {
            for (Problem refusal : door.send(people.subList(from, to))) {
                int number = from + just.size();
                just.add(new Outcome(number, people.get(number), true, refusal));
            }
        }
        List<String> failed = Stream.concat(
                        typed.failed() == null ? Stream.of() : typed.failed().stream(),
                        just.stream()
                                .filter(outcome -> outcome.problem() != null)
                                .map(outcome -> outcome.someone().line()))
                .toList();
        return new Sending(people, just, Math.max(from, to), failed);
    }

    /** Everybody, as long as only the first few are sent. */
    public List<Outcome> all() {
        return IntStream.range(0, people.size())
                .mapToObj(number ->
                        number < just.size() ? just.get(number) : new Outcome(number, people.get(number), false, null))
                .toList();
    }

    public boolean over() {
        return next >= people.size();
    }

    public int invited() {
        return next - failed.size();
    }

    /** The same people, to be read again. */
    public String lines() {
        return people.stream().map(People.Someone::line).collect(Collectors.joining("\n"));
    }

    public String failedLines() {
        return String.join("\n", failed);
    }
}
