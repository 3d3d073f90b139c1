package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

/** Sending a POST again with the same Idempotency-Key; run on each database. */
abstract class IdempotencyStory extends Story {

    @Autowired
    ScheduledAnnotationBeanPostProcessor scheduled;

    @Test
    void givesTheFirstAnswerAgainAndDoesNothingAgain() {
        Workspace workspace = workspace("TENANT");
        String key = key();
        String ben = address();

        Answer first = inviteWith(key, workspace, ben);
        Answer again = inviteWith(key, workspace, ben);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        for (String header : List.of("Location", "Content-Type")) {
            assertThat(again.headers().firstValue(header))
                    .as(header)
                    .isPresent()
                    .isEqualTo(first.headers().firstValue(header));
        }
        sendMails();
        assertThat(mails(ben)).hasSize(1);
    }

    @Test
    void givesAnAnswerWithoutABodyAgain() {
        Workspace workspace = workspace("TENANT");
        String withdraw = invite(workspace, address(), "WORKSPACE_OPERATOR")
                        .body()
                        .path("self")
                        .asText() + "/withdraw";
        String key = key();

        assertThat(postWith(key, workspace.admin(), withdraw, null).status()).isEqualTo(204);

        assertThat(postWith(key, workspace.admin(), withdraw, null).status()).isEqualTo(204);
        assertThat(post(workspace.admin(), withdraw, null).status()).isNotEqualTo(204);
    }

    @Test
    void refusesAKeyThatWasSentWithAnotherBodyOrPath() {
        Workspace workspace = workspace("TENANT");
        String key = key();
        inviteWith(key, workspace, address());

        Answer otherBody = inviteWith(key, workspace, address());
        Answer otherPath =
                postWith(key, workspace.admin(), workspace.path() + "/mini-programs", Map.of("name", "Taxi"));

        assertThat(List.of(otherBody, otherPath)).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.type()).isEqualTo("urn:roster:problem:idempotency-key-reused");
        });
        assertThat(get(workspace.admin(), workspace.path() + "/members").body().path("items"))
                .hasSize(2);
    }

    @Test
    void tenAtOnceMakeOneInvitation() throws Exception {
        Workspace workspace = workspace("TENANT");
        String key = key();
        String ben = address();

        List<Answer> answers = atOnce(10, () -> inviteWith(key, workspace, ben));

        assertThat(answers).extracting(Answer::status).contains(201).containsAnyOf(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .extracting(Answer::id)
                .containsOnly(row(workspace, ben).path("id").asText());
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Answer::type)
                .allMatch("urn:roster:problem:idempotency-key-in-use"::equals);
        sendMails();
        assertThat(mails(ben)).hasSize(1);
    }

    @Test
    void forgetsTheAnswerAfterADay() {
        Workspace workspace = workspace("TENANT");
        String key = key();
        String path = workspace.path() + "/mini-programs";
        String first =
                postWith(key, workspace.admin(), path, Map.of("name", "Taxi")).id();

        wait(Duration.ofHours(24).minusMinutes(1));
        assertThat(postWith(key, workspace.admin(), path, Map.of("name", "Taxi"))
                        .id())
                .isEqualTo(first);
        wait(Duration.ofMinutes(2));

        assertThat(postWith(key, workspace.admin(), path, Map.of("name", "Taxi"))
                        .id())
                .isNotEqualTo(first);
    }

    @Test
    void removesWhatIsOlderThanADay() {
        Workspace workspace = workspace("TENANT");
        inviteWith(key(), workspace, address());
        assertThat(keptKeys()).isPositive();

        wait(Duration.ofHours(25));
        scheduled
                .getScheduledTasks()
                .forEach(task -> task.getTask().getRunnable().run());

        assertThat(keptKeys()).isZero();
    }

    @Test
    void everyCallerHasKeysOfTheirOwn() {
        Workspace one = workspace("TENANT");
        Workspace other = workspace("TENANT");
        String key = key();

        assertThat(inviteWith(key, one, address()).status()).isEqualTo(201);
        assertThat(inviteWith(key, other, address()).status()).isEqualTo(201);
    }

    @Test
    void aRefusalIsNotKeptSoTheSameKeyWorksOnceTheCauseIsMended() {
        Workspace workspace = workspace("TENANT");
        String ben = address();
        Answer present = invite(workspace, ben, "WORKSPACE_OPERATOR");
        String key = key();
        assertThat(inviteWith(key, workspace, ben).status()).isEqualTo(409);
        assertThat(inviteWith(key, workspace, "nobody").status()).isEqualTo(400);

        post(workspace.admin(), present.body().path("self").asText() + "/withdraw", null);

        assertThat(inviteWith(key, workspace, ben).status()).isEqualTo(201);
    }

    @Test
    void aNodeThatDiedHoldsTheKeyForAMinute() {
        Workspace workspace = workspace("TENANT");
        String key = key();
        String path = workspace.path() + "/mini-programs";
        String first =
                postWith(key, workspace.admin(), path, Map.of("name", "Taxi")).id();
        jdbc.sql("update idempotency_key set status = null where body like ?")
                .param("%" + first + "%")
                .update();
        wait(Duration.ofHours(24).minusSeconds(30));
        assertThat(postWith(key, workspace.admin(), path, Map.of("name", "Taxi"))
                        .type())
                .isEqualTo("urn:roster:problem:idempotency-key-in-use");

        wait(Duration.ofMinutes(1));

        assertThat(postWith(key, workspace.admin(), path, Map.of("name", "Taxi"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void somebodyJoinsOnceAndNothingSecretIsKept() {
        Workspace workspace = workspace("TENANT");
        String ben = address();
        invite(workspace, ben, "WORKSPACE_OPERATOR");
        sendMails();
        String key = key();
        String path = "/api/invitations/" + link(ben) + "/acceptance";
        var body = Map.of("name", "Ben", "password", "their-password");

        Answer first = postWith(key, NOBODY, path, body);
        Answer again = postWith(key, NOBODY, path, body);
        Answer otherPassword = postWith(key, NOBODY, path, Map.of("name", "Ben", "password", "guessed-password"));

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(otherPassword.status()).isEqualTo(422);
        assertThat(jdbc.sql("select * from idempotency_key")
                        .query()
                        .listOfRows()
                        .toString())
                .contains(first.id())
                .doesNotContain("their-password", link(ben), key);
    }

    @Test
    void refusesTheKeyWhereTheAnswerHoldsASecret() {
        Workspace workspace = workspace("TENANT");
        for (int i = 0; i < 2; i++) {
            Answer refused = postWith("key-of-mine", workspace.admin(), "/api/tokens", Map.of("name", "Build"));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.fields()).containsExactly("Idempotency-Key");
        }
        assertThat(get(workspace.admin(), "/api/tokens").body().findValuesAsText("name"))
                .doesNotContain("Build");
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatIsNoKey(String key) {
        Answer refused = postWith(key, OPERATOR, "/api/workspaces", Map.of());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactly("Idempotency-Key");
    }

    static Stream<String> refusesWhatIsNoKey() {
        return Stream.of("", "two words", "k".repeat(256), "two\twords");
    }

    @Test
    void takesTheLongestKeyAndLooksAtNoneOutsideOfPosts() {
        assertThat(postWith("~".repeat(255), OPERATOR, "/api/workspaces", Map.of())
                        .fields())
                .contains("name")
                .doesNotContain("Idempotency-Key");
        assertThat(send(request(OPERATOR, "/api/me").header("Idempotency-Key", "two words"))
                        .status())
                .isEqualTo(200);
    }

    private Answer inviteWith(String key, Workspace workspace, String email) {
        return postWith(
                key,
                workspace.admin(),
                workspace.path() + "/invitations",
                invitation("Ben", email, "WORKSPACE_OPERATOR"));
    }

    private Answer postWith(String key, Person who, String path, Object body) {
        return send(request(who, path)
                .POST(HttpRequest.BodyPublishers.ofString(
                        body == null ? "" : json.valueToTree(body).toString()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private int keptKeys() {
        return jdbc.sql("select count(*) from idempotency_key")
                .query(Integer.class)
                .single();
    }

    private static List<Answer> atOnce(int times, Callable<Answer> call) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var answers = new ArrayList<Answer>();
            for (Future<Answer> future :
                    threads.invokeAll(Stream.generate(() -> call).limit(times).toList())) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
