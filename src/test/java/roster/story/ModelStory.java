package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import roster.story.Model.Space;
import roster.story.Model.Status;
import roster.story.SomeOrder.Answered;

/**
 * Many people ask for whatever comes to their minds, alone and at once, while days pass. Each answer must be what the model says; of those that were
 * given at once there must be an order in which it says them. What is stored must be the same, and what is always true must be true.
 *
 * <p>What is asked depends on {@code -Droster.seed} alone, as long as nobody asks at once; {@code -Droster.operations} says how often.
 */
abstract class ModelStory extends Story {

    private static final Logger LOG = LoggerFactory.getLogger(ModelStory.class);
    private static final int EPISODE = 1000;
    private static final int FAULTS = 3;
    private static final int REMEMBERED = 12;

    private final long seed = Long.getLong("roster.seed", System.nanoTime());
    private int conflicts;

    abstract int operations();

    @Test
    void rosterDoesWhatTheModelDoes() throws Exception {
        int wanted = Integer.getInteger("roster.operations", operations());
        var faults = new ArrayList<AssertionError>();
        for (int episode = 0; episode * EPISODE < wanted && faults.size() < FAULTS; episode++) {
            LOG.info("Operations of -Droster.seed={}", seed + episode);
            try {
                new Episode(seed + episode).run(Math.min(EPISODE, wanted - episode * EPISODE));
            } catch (AssertionError fault) {
                LOG.error("Fault", fault);
                faults.add(fault);
            }
        }
        LOG.info("{} operations, of which {} met a conflict", wanted, conflicts);
        assertThat(faults).isEmpty();
        assertThat(conflicts).as("answers that tell nothing").isLessThan(wanted / 100 + 1);
    }

    /** People, workspaces and mails of their own, from nothing. */
    private final class Episode {

        private final World world = new World(ModelStory.this);
        private final Stored stored = new Stored(jdbc, world);
        private final Invariants invariants = new Invariants(jdbc);
        private final SplittableRandom random;
        private final Operations operations;
        private final Deque<String> trail = new ArrayDeque<>();
        private final long itsSeed;
        private Model model = new Model();

        Episode(long seed) {
            itsSeed = seed;
            random = new SplittableRandom(seed);
            operations = new Operations(random, world);
        }

        void run(int count) {
            try {
                for (int done = 0; done < count; ) {
                    int atOnce = random.nextInt(3) == 0 ? 1 : 2 + random.nextInt(3);
                    done += step(operations.draw(model, Math.min(atOnce, count - done)));
                    if (random.nextInt(6) == 0) {
                        rest();
                    }
                    if (random.nextInt(30) == 0) {
                        passDay();
                    }
                }
                rest();
                invariants.hold(world.workspaces());
                historyIsIntact();
            } catch (AssertionError | Exception fault) {
                String told = "With -Droster.seed=%d: %s\nafter\n%s";
                throw new AssertionError(told.formatted(itsSeed, fault.getMessage(), String.join("\n", trail)), fault);
            }
        }

        private int step(List<Operation> together) throws Exception {
            List<Callable<Answer>> calls = together.stream()
                    .map(operation -> (Callable<Answer>) () -> operation.through(world))
                    .toList();
            List<Answer> answers = calls.size() == 1 ? List.of(calls.get(0).call()) : atOnce(calls);
            List<Answered> answered = IntStream.range(0, calls.size())
                    .boxed()
                    .flatMap(each -> together.get(each).answered(answers.get(each)))
                    .toList();
            remember(answered);
            if (answered.size() == 1) {
                String expected = model.copy().answer(answered.get(0).operation());
                assertThat(answered.get(0).answer()).as(answers.get(0).text()).isEqualTo(expected);
            }
            conflicts += (int) answered.stream().filter(Answered::isConflict).count();
            var lines = stored.lines();
            model = new SomeOrder(then -> Stored.lines(then).equals(lines))
                    .explains(model, answered)
                    .orElseThrow(() -> unexplained(answered, answers));
            return answered.size();
        }

        /** Shows where the model would stand, one after the other. */
        private AssertionError unexplained(List<Answered> answered, List<Answer> answers) {
            Model asked = model.copy();
            List<String> expected = answered.stream()
                    .map(each -> asked.answer(each.operation()))
                    .toList();
            List<String> texts = answers.stream().map(Answer::text).toList();
            assertThat(stored.lines())
                    .as("Answers %s, but in this order %s", texts, expected)
                    .isEqualTo(Stored.lines(asked));
            return new AssertionError("Answers %s, but in this order %s".formatted(texts, expected));
        }

        /** Nobody acts; all jobs run, and all mails arrive. */
        private void rest() {
            var notices = new ArrayList<String>();
            do {
                world.runJobs();
                notices.addAll(world.readMails());
            } while (!world.jobs().isEmpty());
            assertThat(notices).as("notices").containsExactlyInAnyOrderElementsOf(model.notices());
            model.notices().clear();
            for (Model.Row row : model.rows()) {
                assertThat(world.hasLink(row.number(), row.sending()) || model.status(row) != Status.INVITATION_SENT)
                        .as("mailed: %s", row)
                        .isTrue();
            }
        }

        private void passDay() {
            rest();
            invariants.hold(world.workspaces());
            ModelStory.wait(Duration.ofDays(1));
            model.passDay();
            remember("a day passes");
        }

        private void historyIsIntact() {
            for (Space space : model.spaces()) {
                if (space.open()) {
                    Answer answer = get(OPERATOR, world.path(space.number()) + "/history/verification");
                    assertThat(answer.body().path("intact").asBoolean())
                            .as(answer.text())
                            .isTrue();
                }
            }
        }

        private void remember(Object what) {
            trail.addLast(what.toString());
            if (trail.size() > REMEMBERED) {
                trail.removeFirst();
            }
        }
    }
}
