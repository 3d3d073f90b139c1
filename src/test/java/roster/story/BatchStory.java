package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many invitations in one request, each on its own; run on each database. */
abstract class BatchStory extends FaultsStory {

    private Workspace wallet;

    @BeforeEach
    void open() {
        wallet = workspace("TENANT");
    }

    @Test
    void everybodyIsInvitedMailedAndCanJoin() {
        String taxi = miniProgram(wallet);
        List<String> people = addresses(250);
        List<Map<String, Object>> rows = people.stream()
                .map(each -> invitation("Ben", each, "WORKSPACE_DEVELOPER", taxi))
                .toList();

        Answer answer = batch(wallet.admin(), rows);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("items").findValuesAsText("row"))
                .containsExactlyElementsOf(
                        IntStream.range(0, 250).mapToObj(String::valueOf).toList());
        assertThat(statuses(answer)).containsOnly(201);
        assertThat(people).allSatisfy(each -> assertThat(mails(each)).isEmpty());
        JsonNode last = answer.body().path("items").path(249).path("invitation");
        assertThat(last)
                .isEqualTo(get(wallet.admin(), last.path("self").asText()).body());
        assertThat(last.path("email").asText()).isEqualTo(people.get(249));
        assertThat(last.path("miniPrograms").path(0).path("id").asText()).isEqualTo(taxi);

        sendMails();
        assertThat(people).allSatisfy(each -> assertThat(mails(each)).hasSize(1));
        join(people.get(249));
        assertThat(waitingProcesses(last.path("id").asText())).isZero();
        assertThat(last.path("expiresAt").asText())
                .isGreaterThan(last.path("sentAt").asText());
        JsonNode verification =
                get(wallet.admin(), wallet.path() + "/history/verification").body();
        assertThat(verification.path("intact").asBoolean()).isTrue();
        assertThat(verification.path("entries").asInt()).isEqualTo(253);
    }

    @Test
    void whoIsRefusedIsToldTheSameAsAloneAndKeepsNobodyElseOut() {
        String present = address();
        invite(wallet, present, "WORKSPACE_OPERATOR");
        List<Object> wrong = List.of(
                Map.of(),
                invitation("Ben", present, "WORKSPACE_OPERATOR"),
                invitation("", "no address", "KING"),
                invitation("Ben", address(), "WORKSPACE_DEVELOPER"),
                invitation(
                        "Ben",
                        address(),
                        "WORKSPACE_DEVELOPER",
                        UUID.randomUUID().toString()),
                invitation("Ben", address(), "WORKSPACE_ADMIN", miniProgram(wallet)),
                Map.of("name", "Ben", "email", address(), "role", "WORKSPACE_OPERATOR", "language", "tlh"));
        List<Object> rows = new ArrayList<>();
        wrong.forEach(row -> {
            rows.add(invitation("Cleo", address(), "WORKSPACE_REVIEWER"));
            rows.add(row);
        });

        Answer answer = batch(wallet.admin(), rows);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        for (int i = 0; i < wrong.size(); i++) {
            JsonNode refused = answer.body().path("items").path(2 * i + 1);
            Answer alone = inVain(
                    refused.path("status").asInt(),
                    () -> post(
                            wallet.admin(),
                            wallet.path() + "/invitations",
                            wrong.get((refused.path("row").asInt() - 1) / 2)));
            assertThat(refused.path("problem")).isEqualTo(alone.body());
            assertThat(answer.body().path("items").path(2 * i).path("status").asInt())
                    .isEqualTo(201);
        }
        sendMails();
        assertThat(mails(present)).hasSize(1);
    }

    @Test
    void anAddressThatComesTwiceIsInvitedOnce() {
        String ben = address();
        var twice = List.of(
                invitation("Ben", ben, "WORKSPACE_OPERATOR"),
                invitation("Ben again", ben.toUpperCase(java.util.Locale.ROOT), "WORKSPACE_REVIEWER"));

        Answer answer = batch(wallet.admin(), twice);

        assertThat(statuses(answer)).containsExactly(201, 409);
        JsonNode problem = answer.body().path("items").path(1).path("problem");
        assertThat(problem.path("type").asText()).isEqualTo("urn:roster:problem:address-present");
        assertThat(problem.path("currentStatus").asText()).isEqualTo("INVITATION_SENT");
        sendMails();
        assertThat(mails(ben)).hasSize(1);
        assertThat(row(wallet, ben).path("name").asText()).isEqualTo("Ben");
    }

    @Test
    void whoMayInviteNobodyIsToldSoOnce() {
        var rows = List.of(invitation("Ben", address(), "WORKSPACE_OPERATOR"));
        String reviewer = address();
        invite(wallet, reviewer, "WORKSPACE_REVIEWER");
        sendMails();
        Person nobodysAdmin = join(reviewer);
        Person stranger = workspace("TENANT").admin();

        inVain(403, () -> batch(nobodysAdmin, rows));
        inVain(404, () -> batch(stranger, rows));
        send(OPERATOR, "DELETE", wallet.path(), null);
        inVain(404, () -> batch(wallet.admin(), rows));
    }

    @Test
    void noneAndTooManyRowsAreRefusedAndTheLimitIsNamed() {
        Answer many = inVain(
                400,
                () -> batch(
                        wallet.admin(),
                        Collections.nCopies(1001, invitation("Ben", "ben@example.com", "WORKSPACE_OPERATOR"))));
        assertThat(many.body().path("detail").asText()).isEqualTo("invitations must have 1 to 1000 rows.");
        inVain(400, () -> batch(wallet.admin(), List.of()));
        inVain(400, () -> post(wallet.admin(), wallet.path() + "/invitations:batch", Map.of()));
    }

    @Test
    void aRowThatIsNoneIsBlank() {
        Answer answer = batch(wallet.admin(), Arrays.asList(null, invitation("Ben", address(), "WORKSPACE_OPERATOR")));
        assertThat(statuses(answer)).containsExactly(400, 201);
    }

    @Test
    void theSameKeyInvitesNobodyTwice() {
        String ben = address();
        Object body = Map.of("invitations", List.of(invitation("Ben", ben, "WORKSPACE_OPERATOR")));
        String key = UUID.randomUUID().toString();
        Answer first = withKey(key, body);
        Answer again = withKey(key, body);

        assertThat(statuses(first)).containsExactly(201);
        assertThat(again.text()).isEqualTo(first.text());
        sendMails();
        assertThat(mails(ben)).hasSize(1);
    }

    @Test
    void twoBatchesWithTheSamePeopleAtOnceInviteEachOnce() throws Exception {
        List<String> people = addresses(20);
        List<Map<String, Object>> rows = people.stream()
                .map(each -> invitation("Ben", each, "WORKSPACE_OPERATOR"))
                .toList();
        List<Answer> answers = atOnce(Collections.nCopies(3, () -> batch(wallet.admin(), rows)));

        for (int row = 0; row < people.size(); row++) {
            int place = row;
            assertThat(answers)
                    .extracting(answer -> statuses(answer).get(place))
                    .containsExactlyInAnyOrder(201, 409, 409);
        }
        sendMails();
        assertThat(people).allSatisfy(each -> assertThat(mails(each)).hasSize(1));
    }

    private Answer withKey(String key, Object body) {
        return send(request(wallet.admin(), wallet.path() + "/invitations:batch")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json.valueToTree(body).toString())));
    }

    private Answer batch(Person who, List<?> rows) {
        return post(who, wallet.path() + "/invitations:batch", Map.of("invitations", rows));
    }

    private static List<Integer> statuses(Answer answer) {
        var statuses = new ArrayList<Integer>();
        answer.body()
                .path("items")
                .forEach(item -> statuses.add(item.path("status").asInt()));
        return statuses;
    }

    private static List<String> addresses(int count) {
        return IntStream.range(0, count).mapToObj(number -> address()).toList();
    }
}
