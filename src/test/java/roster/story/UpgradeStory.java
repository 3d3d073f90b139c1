package roster.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.http.HttpHeaders;

/**
 * Roster started on the database of an older one, which knew migration V1 alone; run on each database.
 *
 * <p>The dumps {@code upgrade/v1-*.sql.gz} are of what Roster at commit c3d3c36 stored, once on each database. There Ada opened the workspace Wallet with the
 * mini program Taxi, and these came and went: Ben joined and was blocked; Hal joined as an admin, invited Gus and was deleted, so Gus cannot join any more;
 * Eve was withdrawn; Cleo and Dora have their mails; Finn's mail has failed once. H2's was written by {@code SCRIPT}, PostgreSQL's by
 * {@code pg_dump --no-owner --no-privileges --inserts}, without comments.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class UpgradeStory extends Story {

    private static final Instant DUMPED = Instant.parse("2026-11-26T16:00:00Z");
    private static final Person ADA = new Person("ada@example.com", "their-password");

    /** The token of the link that Cleo was mailed. */
    private final String cleosLink;

    /** The API token that Ada was given. */
    private final String adasToken;

    private Workspace wallet;

    UpgradeStory(String cleosLink, String adasToken) {
        this.cleosLink = cleosLink;
        this.adasToken = adasToken;
    }

    @BeforeEach
    void theDayOfTheUpgrade() {
        ClockUtil.setCurrentTime(Date.from(DUMPED));
        wallet = new Workspace(get(ADA, "/api/workspaces").body().at("/0/id").asText(), ADA);
    }

    @Test
    @Order(1)
    void everythingIsThere() {
        assertThat(jdbc.sql("select \"version\" from \"flyway_schema_history\" where \"success\" order by 1")
                        .query(String.class)
                        .list())
                .contains("1", "2", "3", "4")
                .doesNotHaveDuplicates();
        var statuses = new TreeMap<String, String>();
        get(ADA, wallet.path() + "/members")
                .body()
                .path("items")
                .forEach(row -> statuses.put(
                        row.path("name").asText(), row.path("status").asText()));
        assertThat(statuses)
                .isEqualTo(Map.of(
                        "Ada", "ACTIVE",
                        "Ben", "INACTIVE",
                        "Cleo", "INVITATION_SENT",
                        "Dora", "INVITATION_SENT",
                        "Finn", "INVITATION_SENT",
                        "Gus", "INVITATION_EXPIRED"));
        assertThat(row(wallet, "ben@example.com").at("/miniPrograms/0/name").asText())
                .isEqualTo("Taxi");
        JsonNode verification =
                get(ADA, wallet.path() + "/history/verification").body();
        assertThat(verification.path("intact").asBoolean()).isTrue();
        assertThat(verification.path("entries").asInt()).isEqualTo(15);
        assertThat(send(request(NOBODY, wallet.path()).header(HttpHeaders.AUTHORIZATION, "Bearer " + adasToken))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(2)
    void whatEndedBeforeIsCounted() {
        JsonNode invitations = flow().path("invitations");
        assertThat(invitations.path("requested").asInt()).isEqualTo(8);
        assertThat(invitations.path("accepted").asInt()).isEqualTo(3);
        assertThat(invitations.path("withdrawn").asInt()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ended("EndEvent_MemberJoined")).isEqualTo(3));
        assertThat(ended("EndEvent_InvitationWithdrawn")).isEqualTo(1);
    }

    @Test
    @Order(3)
    void anOldLinkJoins() {
        Answer joined = accept(NOBODY, cleosLink, Map.of("name", "Cleo", "password", "their-password"));
        assertThat(joined.status()).as(joined.text()).isEqualTo(201);
        assertThat(status(wallet, "cleo@example.com")).isEqualTo("ACTIVE");
    }

    @Test
    @Order(4)
    void aMailThatHadFailedIsTriedAgain() {
        sendMails();
        assertThat(mails("finn@example.com")).hasSize(1);
        assertThat(row(wallet, "finn@example.com").at("/mail/state").asText()).isEqualTo("SENT");
        join("finn@example.com");
    }

    @Test
    @Order(5)
    void anInvitationThatWasOverIsResent() {
        Answer resent = act("gus@example.com", "resend");
        assertThat(resent.status()).as(resent.text()).isEqualTo(200);
        sendMails();
        join("gus@example.com");
        assertThat(status(wallet, "gus@example.com")).isEqualTo("ACTIVE");
    }

    @Test
    @Order(6)
    void whoWasBlockedIsUnblocked() {
        String ben = row(wallet, "ben@example.com").path("id").asText();
        Answer unblocked = post(ADA, wallet.path() + "/members/" + ben + "/unblock", null);
        assertThat(unblocked.status()).as(unblocked.text()).isEqualTo(200);
        assertThat(get(new Person("ben@example.com", "their-password"), wallet.path())
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(7)
    void anOldInvitationExpiresAndIsWithdrawn() {
        ClockUtil.setCurrentTime(Date.from(DUMPED.plus(Duration.ofDays(3))));
        fireTimers();
        assertThat(status(wallet, "dora@example.com")).isEqualTo("INVITATION_EXPIRED");
        String dora = row(wallet, "dora@example.com").path("id").asText();
        assertThat(act("dora@example.com", "withdraw").status()).isEqualTo(204);
        assertThat(status(wallet, "dora@example.com")).isEqualTo("not on the list");
        assertThat(waitingProcesses(dora)).isZero();
    }

    @Test
    @Order(8)
    void newOnesFollowTheNewestDiagram() {
        String email = address();
        String id = invite(wallet, email, "WORKSPACE_REVIEWER").id();
        sendMails();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .singleResult()
                        .getProcessDefinitionId())
                .startsWith("invitation:2:");
        join(email);
        assertThat(get(ADA, wallet.path() + "/history/verification")
                        .body()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    private Answer act(String email, String action) {
        return Door.API.act(
                this, ADA, wallet.id(), row(wallet, email).path("id").asText(), action);
    }

    private JsonNode flow() {
        return get(ADA, "/api/flow?process=invitation&workspace=" + wallet.id()).body();
    }

    private int ended(String element) {
        List<Integer> ended = flow().path("elements").findParents("id").stream()
                .filter(each -> each.path("id").asText().equals(element))
                .map(each -> each.path("ended").asInt())
                .toList();
        assertThat(ended).as(element).hasSize(1);
        return ended.get(0);
    }
}
