package roster.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Looks for an order in which the model answers, one after the other, what Roster has answered at once, and then stands where Roster stands. */
record SomeOrder(Predicate<Model> standsWhereRosterStands) {

    private static final String CONFLICT = "409 conflict";
    private static final Set<String> NOT_FOR_THEM = Set.of("403 not-allowed", "404 not-found");

    record Answered(Operation operation, String answer) {

        static Answered of(Operation operation, Story.Answer answer) {
            return of(operation, answer.status(), answer.type());
        }

        /** @param row of the answer to a batch */
        static Answered of(Operation operation, JsonNode row) {
            return of(
                    operation,
                    row.path("status").asInt(),
                    row.path("problem").path("type").asText());
        }

        private static Answered of(Operation operation, int status, String problem) {
            return new Answered(
                    operation, status < 300 ? Model.OK : status + " " + problem.replace("urn:roster:problem:", ""));
        }

        boolean isConflict() {
            return answer.equals(CONFLICT);
        }
    }

    /** The model after it; nothing if no order explains the answers. */
    Optional<Model> explains(Model before, List<Answered> answered) {
        if (answered.isEmpty()) {
            return Optional.of(before).filter(standsWhereRosterStands);
        }
        for (Answered first : answered) {
            Model model = before.copy();
            if (first.isConflict() || isLike(first.answer(), model.answer(first.operation()))) {
                var others = new ArrayList<>(answered);
                others.remove(first);
                Optional<Model> found = explains(model, others);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Whoever loses a right while they ask is told either that they may not, or that there is nothing. */
    private static boolean isLike(String answer, String expected) {
        return answer.equals(expected) || (NOT_FOR_THEM.contains(answer) && NOT_FOR_THEM.contains(expected));
    }
}
