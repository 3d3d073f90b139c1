package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/**
 * How many SQL statements an operation costs, for each is a way to the database and back. Whoever needs one more raises the number here, and knows it; a
 * batch of statements counts as many.
 */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:story;DB_CLOSE_DELAY=-1")
class StatementsTest extends FaultsStory {

    private static final int TRIES = 3;

    private Workspace wallet;

    @BeforeEach
    void begin() {
        wallet = workspace("TENANT");
        jdbc.sql("set query_statistics_max_entries 1000").update();
    }

    @AfterEach
    void end() {
        jdbc.sql("set query_statistics false").update();
    }

    @Test
    void anInvitation() {
        costs(
                38,
                () -> assertThat(invite(wallet, address(), "WORKSPACE_OPERATOR").status())
                        .isEqualTo(201));
    }

    @Test
    void itsMail() {
        List<String> jobs = prepared(
                () -> job(invite(wallet, address(), "WORKSPACE_OPERATOR").id(), "message"));
        costs(24, jobs, management::executeJob);
    }

    @Test
    void anAcceptance() {
        List<String> links = prepared(() -> {
            String ben = address();
            invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
            return link(ben);
        });
        costs(
                102,
                links,
                link -> assertThat(accept(NOBODY, link, Map.of("name", "Ben", "password", "their-password"))
                                .status())
                        .isEqualTo(201));
    }

    @Test
    void anExpiry() {
        List<String> timers =
                prepared(() -> job(invited(Door.API, wallet, input(address(), "WORKSPACE_OPERATOR")), "timer"));
        wait(Duration.ofDays(4));
        costs(43, timers, management::executeJob);
    }

    @Test
    void aPageOfTheMemberList() {
        invite(wallet, address(), "WORKSPACE_OPERATOR");
        costs(
                10,
                () -> assertThat(get(wallet.admin(), wallet.path() + "/members").status())
                        .isEqualTo(200));
    }

    @Test
    void aPermissionCheck() {
        String may = "/api/permissions?permission=member.invite&workspace=" + wallet.id();
        costs(2, () -> assertThat(get(wallet.admin(), may).status()).isEqualTo(200));
    }

    private void costs(int statements, Runnable operation) {
        costs(statements, Collections.nCopies(TRIES, ""), ignored -> operation.run());
    }

    /** What else runs from time to time does so at most at one of the tries. */
    private void costs(int statements, List<String> each, Consumer<String> operation) {
        int[] counted = each.stream()
                .mapToInt(one -> {
                    jdbc.sql("set query_statistics false").update();
                    jdbc.sql("set query_statistics true").update();
                    operation.accept(one);
                    return jdbc.sql("select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
                                    + " where sql_statement not like '%query_statistics%'")
                            .query(Integer.class)
                            .single();
                })
                .toArray();
        assertThat(Arrays.stream(counted).min().orElseThrow()).isEqualTo(statements);
    }

    private String job(String invitation, String type) {
        return jdbc.sql("""
                        select j.id_ from act_ru_job j join invitation i on i.process_instance_id = j.process_instance_id_
                        where i.id = ? and j.type_ = ?""").params(invitation, type).query(String.class).single();
    }

    private static List<String> prepared(Supplier<String> one) {
        return Stream.generate(one).limit(TRIES).toList();
    }
}
