package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened, by whom, and whether it is still as it was written; run on each database. */
abstract class HistoryStory extends FaultsStory {

    private Workspace wallet;
    private String ben;

    @BeforeEach
    void someHistory() {
        wallet = workspace("TENANT");
        ben = address();
        invite(wallet, ben, "WORKSPACE_DEVELOPER", miniProgram(wallet));
        sendMails();
        join(ben);
        post(wallet.admin(), member() + "/block", null);
        sendMails();
    }

    private String member() {
        return wallet.path() + "/members/" + row(wallet, ben).path("id").asText();
    }

    @Test
    void everyActionLeavesAnEntryWithBeforeAndAfter() {
        JsonNode items = history("?member=" + row(wallet, ben).path("id").asText());
        assertThat(items.findValuesAsText("action")).containsExactly("BLOCK", "ACCEPT", "INVITE");
        JsonNode blocked = items.get(0);
        assertThat(blocked.path("actor").asText()).isEqualTo(wallet.admin().email());
        assertThat(blocked.path("target").path("email").asText()).isEqualTo(ben);
        assertThat(blocked.path("statusBefore").asText()).isEqualTo("ACTIVE");
        assertThat(blocked.path("statusAfter").asText()).isEqualTo("INACTIVE");
        assertThat(blocked.path("roleAfter").asText()).isEqualTo("WORKSPACE_DEVELOPER");
        assertThat(blocked.path("miniProgramsAfter")).hasSize(1);
        assertThat(blocked.path("processInstanceId").asText()).isNotEmpty();
        assertThat(items.get(1).path("actor").asText()).isEqualTo(ben);
        assertThat(items.get(2).path("statusBefore").isNull()).isTrue();
        assertThat(verification().path("intact").asBoolean()).isTrue();
        assertThat(verification().path("entries").asInt()).isEqualTo(5);
    }

    @Test
    void everyActionThereIsLeavesOneEntryThatNamesActorTargetAndTime() {
        String member = member();
        String invitations = wallet.path() + "/invitations/";
        post(wallet.admin(), member + "/unblock", null);
        send(wallet.admin(), "PUT", member + "/role", Map.of("role", "WORKSPACE_REVIEWER"));
        send(wallet.admin(), "DELETE", member, null);
        String eve = address();
        String invited = invite(wallet, eve, "WORKSPACE_OPERATOR").id();
        wait(Duration.ofDays(4));
        fireTimers();
        post(wallet.admin(), invitations + invited + "/resend", null);
        post(wallet.admin(), invitations + invited + "/withdraw", null);
        JsonNode items = history("?limit=200");
        assertThat(items.findValuesAsText("action"))
                .containsExactly(
                        "WITHDRAW",
                        "RESEND",
                        "EXPIRE",
                        "INVITE",
                        "DELETE",
                        "SET_ROLE",
                        "UNBLOCK",
                        "BLOCK",
                        "ACCEPT",
                        "INVITE",
                        "ACCEPT",
                        "INVITE");
        for (JsonNode entry : items) {
            boolean byTheClock = entry.path("action").asText().equals("EXPIRE");
            assertThat(entry.path("actor").isNull()).as(entry.toString()).isEqualTo(byTheClock);
            assertThat(entry.path("target").path("email").asText()).contains("@");
            assertThat(Instant.parse(entry.path("at").asText()))
                    .isBeforeOrEqualTo(ClockUtil.getCurrentTime().toInstant());
        }
    }

    @Test
    void pagesHoldEveryEntryOnce() {
        var walked = new ArrayList<String>();
        String after = "";
        do {
            Answer page = get(wallet.admin(), wallet.path() + "/history?limit=2" + after);
            page.body()
                    .path("items")
                    .forEach(entry -> walked.add(entry.path("id").asText()));
            after = page.body().path("next").isNull()
                    ? ""
                    : "&after=" + page.body().path("next").asText();
        } while (!after.isEmpty());
        assertThat(walked).hasSize(5).isEqualTo(ids(history("")));
        for (String wrong : List.of("limit=0", "limit=201", "limit=x", "after=x", "member=x")) {
            inVain(400, () -> get(wallet.admin(), wallet.path() + "/history?" + wrong));
        }
    }

    private static List<String> ids(JsonNode entries) {
        var ids = new ArrayList<String>();
        entries.forEach(entry -> ids.add(entry.path("id").asText()));
        return ids;
    }

    @Test
    void onlyAdminsAndOperatorsReadIt() {
        String path = wallet.path() + "/history";
        Person eve = new Person(address(), "their-password");
        invite(wallet, eve.email(), "WORKSPACE_REVIEWER");
        sendMails();
        join(eve.email());
        Person stranger = workspace("TENANT").admin();
        for (String each : List.of(path, path + "/verification")) {
            assertThat(get(OPERATOR, each).status()).isEqualTo(200);
            inVain(401, () -> get(NOBODY, each));
            inVain(403, () -> get(eve, each));
            inVain(403, () -> get(new Person(ben, "their-password"), each));
            inVain(404, () -> get(stranger, each));
            inVain(
                    404,
                    () -> get(
                            OPERATOR,
                            each.replace(wallet.id(), UUID.randomUUID().toString())));
        }
        send(OPERATOR, "DELETE", wallet.path(), null);
        assertThat(get(OPERATOR, path).status()).isEqualTo(200);
        inVain(404, () -> get(wallet.admin(), path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history_entry set actor = 'somebody@example.com' where workspace = ? and position = 4",
                "update history_entry set status_after = 'INACTIVE' where workspace = ? and position = 4",
                "update history_entry set mini_programs_after = '' where workspace = ? and position = 4",
                "delete from history_entry where workspace = ? and position = 4",
                "update history_entry set position = 9 where workspace = ? and position = 4"
            })
    void whatIsChangedLaterIsFound(String tampering) {
        assertThat(jdbc.sql(tampering).param(UUID.fromString(wallet.id())).update())
                .isEqualTo(1);
        assertThat(verification().path("intact").asBoolean()).isFalse();
        assertThat(verification().path("brokenAt").asInt()).isEqualTo(4);
    }

    @Test
    void aMissingEndIsFound() {
        jdbc.sql("delete from history_entry where workspace = ? and position = 5")
                .param(UUID.fromString(wallet.id()))
                .update();
        assertThat(verification().path("intact").asBoolean()).isFalse();
        assertThat(verification().path("brokenAt").asInt()).isEqualTo(5);
    }

    @Test
    void manyAtOnceMakeOneChainWithoutAGap() throws Exception {
        Workspace other = workspace("TENANT");
        List<Answer> answers = atOnce(IntStream.range(0, 16)
                .<Callable<Answer>>mapToObj(
                        each -> () -> invite(each % 2 == 0 ? wallet : other, address(), "WORKSPACE_OPERATOR"))
                .toList());
        assertThat(answers).allMatch(answer -> answer.status() == 201);
        for (Workspace each : List.of(wallet, other)) {
            JsonNode found =
                    get(each.admin(), each.path() + "/history/verification").body();
            assertThat(found.path("intact").asBoolean()).isTrue();
        }
        assertThat(new HashSet<>(ids(history("?limit=200")))).hasSize(13);
    }

    private JsonNode history(String query) {
        return get(wallet.admin(), wallet.path() + "/history" + query).body().path("items");
    }

    private JsonNode verification() {
        return get(OPERATOR, wallet.path() + "/history/verification").body();
    }
}
