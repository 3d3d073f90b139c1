package roster.story;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What each costs as there are more and more members and open invitations, half of them in the workspace that is asked. */
class GrowthOnPostgresBench extends RatesBench {

    private static final int[] SIZES = Arrays.stream(
                    System.getProperty("bench.growth", "1000,100000,1000000").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();

    /** More rows than this, read one by one for each thing done, are a table that is walked through. */
    private static final int MANY = 1000;

    private static final int EXPIRIES = 3;

    @Autowired
    HikariDataSource database;

    private Plans plans;

    GrowthOnPostgresBench() throws IOException {}

    @Test
    void growth() throws SQLException {
        plans = new Plans(jdbc, database);
        List<UUID> places = places();
        String ben = address();
        sink.readLinks(true);
        invited(ben);
        joined(ben);
        String waiting = address();
        invited(waiting);
        drain();
        // Until everything is compiled
        invitations(5 * TIMES);
        page(5 * TIMES);
        permissionChecks(20 * TIMES);
        Map<String, Rate> first = null;
        int there = 0;
        for (int size : SIZES) {
            var copies = new Copies(database, 1);
            copies.want((size - there) / 2, row(ben), places);
            copies.want((size - there) / 2, row(waiting), places);
            copies.make();
            jdbc.sql("drop table bench_copy").update();
            there = size;
            Map<String, Rate> rates = rates(size);
            first = first == null ? rates : first;
            compare(first, rates);
        }
    }

    private Map<String, Rate> rates(int size) {
        jdbc.sql("select pg_stat_reset()").query().listOfRows();
        plans.forget();
        var rates = new LinkedHashMap<String, Rate>();
        rates.put("page of 50 of the member list", page(TIMES));
        rates.put("permission check", permissionChecks(10 * TIMES));
        rates.put("invitation, mail delivered", invitations(TIMES));
        rates.put("acceptance, signed in", acceptances(TIMES));
        rates.put("blocking a member, notice delivered", blocks(TIMES));
        rates.put(
                "expiry, with finding the jobs that are due",
                Rate.middle(Stream.generate(this::expiry).limit(EXPIRIES).toList()));
        rates.forEach((what, rate) -> table.add("%,d: %s".formatted(size, what), rate));
        jdbc.sql("""
                        select relname || ': ' || seq_tup_read from pg_stat_user_tables
                        where seq_tup_read > ?""")
                .param(MANY * TIMES)
                .query(String.class)
                .list()
                .forEach(walked -> table.say("walked through, rows of " + walked));
        plans.write(Path.of("target", "plans-" + size + ".txt"), TIMES / 2);
        return rates;
    }

    /** Of as many at every size, while the others go on waiting. */
    private Rate expiry() {
        jdbc.sql("""
                        create table bench_due as select id_, process_instance_id_ as instance from act_ru_job
                        where type_ = 'timer' and duedate_ > current_timestamp limit ?""").param(TIMES).update();
        jdbc.sql("""
                        update invitation set expires_at = current_timestamp
                        where process_instance_id in (select instance from bench_due)""").update();
        jdbc.sql("update act_ru_job set duedate_ = current_timestamp where id_ in (select id_ from bench_due)")
                .update();
        String due = "act_ru_job where type_ = 'timer' and duedate_ <= current_timestamp";
        Rate rate = fired(jdbc, TIMES, due);
        jdbc.sql("drop table bench_due").update();
        return rate;
    }

    private void compare(Map<String, Rate> first, Map<String, Rate> now) {
        now.forEach((what, rate) -> table.compare(
                "cost against the smallest: " + what, first.get(what).perSecond(), rate.perSecond(), "at most 1.5"));
    }

    /** The wallet as often as all the others together. */
    private List<UUID> places() {
        var places = new ArrayList<UUID>();
        IntStream.range(0, 500).forEach(i -> {
            places.add(anotherWorkspace());
            places.add(UUID.fromString(wallet.id()));
        });
        return places;
    }

    private void invited(String email) {
        Load.ask(request("POST", wallet.path() + "/invitations", invitation(email)), 201);
    }

    private String row(String email) {
        return jdbc.sql("select id from member where email = ?")
                .param(email)
                .query(String.class)
                .single();
    }
}
