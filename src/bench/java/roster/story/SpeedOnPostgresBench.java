package roster.story;

import static java.util.stream.Collectors.joining;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.TestSocketUtils;

/** How many a second, side by side with what Camunda's starters do by themselves and with one plain insert, in turns. */
class SpeedOnPostgresBench extends RatesBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int WARMUP = Integer.getInteger("bench.warmup", 6);
    private static final int BATCH = 1000;
    private static final String TIMERS = "act_ru_job where type_ = 'timer'";

    @Autowired
    EmbeddedPostgres postgres;

    private JdbcClient otherJdbc;
    private JdbcClient aloneJdbc;
    private EngineAlone engineAlone;
    private String otherStart;

    SpeedOnPostgresBench() throws IOException {}

    @Test
    void speed() throws IOException {
        jdbc.sql("create database default_engine").update();
        otherJdbc = JdbcClient.create(postgres.getDatabase("postgres", "default_engine"));
        int otherPort = TestSocketUtils.findAvailableTcpPort();
        otherStart = "http://127.0.0.1:" + otherPort + "/engine-rest/process-definition/key/invitation/start";
        Process other = DefaultEngine.start(postgres.getJdbcUrl("postgres", "default_engine"), sink.port(), otherPort);
        jdbc.sql("create database engine_alone").update();
        try (var pool = Database.pool(postgres, "engine_alone");
                var alone = new EngineAlone(pool)) {
            engineAlone = alone;
            aloneJdbc = JdbcClient.create(pool);
            // Until everything is compiled, which takes long with two compilers on the processors that do the work
            IntStream.range(0, WARMUP).forEach(round -> turn());
            Rate single = invitations();
            batches(single);
            table.add("acceptance, signed in", acceptances(TIMES));
            table.add("blocking a member, notice delivered", blocks(TIMES));
            reads();
            expiries();
        } finally {
            other.destroy();
        }
    }

    private Rate invitations() {
        List<List<Rate>> turns =
                IntStream.range(0, ROUNDS).mapToObj(round -> turn()).toList();
        Rate invitation = table.add("invitation, mail delivered", middle(turns, 0));
        Rate alone = table.add("(a) start at Camunda's own REST, default settings", middle(turns, 1));
        Rate insert = table.add("(b) one plain insert through Roster's web stack", middle(turns, 2));
        table.compare("invitation against (a)", invitation.perSecond(), alone.perSecond(), "at least 3");
        Rate floor = table.add("(c) the engine alone, in Java, with nothing behind it", middle(turns, 3));
        table.compare(
                "(b) against invitation", insert.perSecond(), invitation.perSecond(), "what a row alone would save");
        table.say("Processor, ms: a third of (a) is %.1f; (b) and (c) together, which no invitation can save, are %.1f"
                .formatted(alone.processor() / 3, insert.processor() + floor.processor()));
        return invitation;
    }

    private List<Rate> turn() {
        return List.of(
                invitations(TIMES),
                load.run(
                        TIMES, 200, i -> Load.request("POST", otherStart, null, engineStart()), () -> drain(otherJdbc)),
                load.run(TIMES, 201, i -> request("POST", "/api/plain-inserts", invitation(address())), () -> {}),
                load.run(TIMES, i -> engineAlone.start(address()), () -> drain(aloneJdbc)));
    }

    private static Rate middle(List<List<Rate>> turns, int which) {
        return Rate.middle(turns.stream().map(turn -> turn.get(which)).toList());
    }

    /** As many rows in each as a batch takes; the rate is of rows. */
    private void batches(Rate single) {
        Rate rows = Rate.middle(Stream.generate(() -> costs.of(() -> {
                    Load.ask(request("POST", wallet.path() + "/invitations:batch", batch()), 200);
                    drain();
                }))
                .limit(ROUNDS)
                .map(spent -> Rate.of(BATCH, spent))
                .toList());
        table.add("invitation of a batch of 1,000, mail delivered", rows);
        table.compare("batch against single", rows.perSecond(), single.perSecond(), "at least 5");
    }

    private static String batch() {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> invitation(address()))
                .collect(joining(",", "{\"invitations\": [", "]}"));
    }

    private void reads() {
        permissionChecks(50 * TIMES); // Until everything is compiled
        page(5 * TIMES);
        table.add("page of 50 of the member list", page(2 * TIMES));
        table.add("permission check", permissionChecks(10 * TIMES));
    }

    /** Of everything that waits, as many on all sides; the first half is fired until everything is compiled. */
    private void expiries() {
        jdbc.sql("update invitation set expires_at = current_timestamp where ending is null")
                .update();
        int half = (int) count(otherJdbc, TIMERS) / 2;
        List.of(jdbc, otherJdbc, aloneJdbc).forEach(database -> expire(database, half));
        Rate ours = expire(jdbc, half);
        Rate others = expire(otherJdbc, half);
        Rate floor = expire(aloneJdbc, half);
        table.add("expiry of an invitation", ours);
        table.add("expiry by Camunda's default executor", others);
        table.add("(c) expiry by the engine alone, each in a transaction of its own", floor);
        table.compare("expiry against the default", ours.perSecond(), others.perSecond(), "at least 5");
    }

    private Rate expire(JdbcClient database, int timers) {
        int due = database.sql("""
                        update act_ru_job set duedate_ = current_timestamp where id_ in (
                            select id_ from act_ru_job where type_ = 'timer' limit ?)""").param(timers).update();
        return fired(database, due, TIMERS + " and duedate_ <= current_timestamp");
    }

    private String engineStart() {
        return """
                {"businessKey": "%s", "variables": {"workspace": {"value": "%s"}, "name": {"value": "Ben"},
                    "email": {"value": "%s"}, "role": {"value": "WORKSPACE_OPERATOR"}}}""".formatted(UUID.randomUUID(), wallet.id(), address());
    }
}
