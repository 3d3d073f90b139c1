package roster.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Business asks for an approval before invitations are sent; run on each database. */
abstract class SendingApprovalStory extends EditedStory {

    @ParameterizedTest
    @EnumSource
    void anInvitationWaitsForTheApprovalAndItsTimeRunsFromTheSending(Door door) {
        deploy("approval");
        String id = invited(door, wallet, input(ben, "WORKSPACE_OPERATOR"));
        JsonNode waiting = row(wallet, ben);
        assertThat(waiting.path("status").asText()).isEqualTo("INVITATION_SENT");
        assertThat(waiting.path("mail").path("state").asText()).isEqualTo("QUEUED");
        assertThat(waiting.has("expiresAt")).isFalse();
        assertThat(waiting.has("sentAt")).isFalse();
        assertThat(mails(ben)).isEmpty();

        wait(Duration.ofDays(10));
        fireTimers();
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");
        Instant now = ClockUtil.getCurrentTime().toInstant();
        decide(id, true);
        sendMails();

        JsonNode sent = row(wallet, ben);
        Instant sentAt = Instant.parse(sent.path("sentAt").asText());
        assertThat(sentAt).isBetween(now, now.plusSeconds(60));
        assertThat(Instant.parse(sent.path("expiresAt").asText()))
                .isCloseTo(sentAt.plus(Duration.ofDays(3)), within(1, ChronoUnit.SECONDS));
        assertThat(sent.path("sendCount").asInt()).isEqualTo(1);
        join(ben);
        assertThat(waitingProcesses(id)).isZero();
    }

    @Test
    void theListAndThePagesShowWhatWaits() {
        deploy("approval");
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        for (String sort : new String[] {"expiresAt", "-expiresAt"}) {
            Answer first = get(wallet.admin(), wallet.path() + "/members?limit=1&sort=" + sort);
            Answer second = get(
                    wallet.admin(),
                    wallet.path() + "/members?limit=1&sort=" + sort + "&after="
                            + first.body().path("next").asText());
            assertThat(first.body().at("/items/0/email").asText() + " "
                            + second.body().at("/items/0/email").asText())
                    .contains(ben, wallet.admin().email());
        }
        var ada = new Reader(port, "en").signsIn(wallet.admin());
        String members = "/workspaces/" + wallet.id() + "/members";
        assertThat(ada.visits(members).body()).contains("No mail has been sent yet");
        assertThat(ada.visits(members + "/" + id).body())
                .contains("No mail has been sent yet", "The invitation is at “Approve”.")
                .doesNotContain("Expires");
    }

    @ParameterizedTest
    @EnumSource
    void whatWaitsCanBeWithdrawnAndNotBeResent(Door door) {
        deploy("approval");
        String id = invited(door, wallet, input(ben, "WORKSPACE_OPERATOR"));
        inVain(409, () -> door.act(this, wallet.admin(), wallet.id(), id, "resend"));
        assertThat(door.act(this, wallet.admin(), wallet.id(), id, "withdraw").status())
                .isEqualTo(204);
        assertThat(status(wallet, ben)).isEqualTo("not on the list");
        assertThat(waitingProcesses(id)).isZero();
        sendMails();
        assertThat(mails(ben)).isEmpty();
    }

    @Test
    void whatIsRefusedLeavesTheListWithoutAMail() {
        deploy("approval");
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        decide(id, false);
        sendMails();
        assertThat(mails(ben)).isEmpty();
        assertThat(status(wallet, ben)).isEqualTo("not on the list");
        assertThat(waitingProcesses(id)).isZero();
        assertThat(history(id, "action")).containsExactly("WITHDRAW", "REFUSE", "INVITE");
        assertThat(history(id, "actor")).startsWith(OPERATOR.email());
        assertThat(invite(wallet, ben, "WORKSPACE_REVIEWER").status()).isEqualTo(201);
    }

    @Test
    void theTagOfARowIsAnotherOneOnceItIsSent() {
        deploy("approval");
        Answer invited = invite(wallet, ben, "WORKSPACE_OPERATOR");
        String tag = invited.headers().firstValue("ETag").orElseThrow();
        decide(invited.id(), true);
        Answer stale = send(request(wallet.admin(), wallet.path() + "/invitations/" + invited.id() + "/withdraw")
                .header("If-Match", tag)
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");
    }

    @Test
    void whatWaitsExpiresWithItsInviterAndTheResendIsApprovedAsWell() {
        Person cleo = anotherAdmin();
        deploy("approval");
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        String ada = row(wallet, wallet.admin().email()).path("id").asText();
        assertThat(post(cleo, wallet.path() + "/members/" + ada + "/block", null)
                        .status())
                .isEqualTo(200);

        String self = wallet.path() + "/invitations/" + id;
        JsonNode expired = get(cleo, self).body();
        assertThat(expired.path("status").asText()).isEqualTo("INVITATION_EXPIRED");
        assertThat(expired.path("expiredBecause").asText()).isEqualTo("INVITER_NO_LONGER_ADMIN");
        assertThat(expired.has("expiresAt")).isFalse();

        assertThat(post(cleo, self + "/resend", null).body().path("status").asText())
                .isEqualTo("INVITATION_SENT");
        sendMails();
        assertThat(mails(ben)).isEmpty();
        decide(id, true);
        sendMails();
        JsonNode resent = get(cleo, self).body();
        assertThat(resent.path("sendCount").asInt()).isEqualTo(2);
        assertThat(resent.at("/invitedBy/email").asText()).isEqualTo(cleo.email());
        join(ben);
    }

    @Test
    void whatWaitsEndsWithItsWorkspace() {
        deploy("approval");
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        assertThat(send(OPERATOR, "DELETE", wallet.path(), null).status()).isEqualTo(204);
        assertThat(waitingProcesses(id)).isZero();
        sendMails();
        assertThat(mails(ben)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void onlyAResendIsApproved(boolean approved) {
        deploy("approval-of-resend");
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        String old = link(ben);
        wait(Duration.ofDays(4));
        assertThat(Door.API.act(this, wallet.admin(), wallet.id(), id, "resend").status())
                .isEqualTo(200);
        assertThat(row(wallet, ben).has("expiresAt")).isFalse();
        assertThat(get(NOBODY, "/api/invitations/" + old).type()).isEqualTo("urn:roster:problem:invitation-replaced");
        sendMails();
        assertThat(mails(ben)).hasSize(1);

        decide(id, approved);
        sendMails();
        if (approved) {
            assertThat(mails(ben)).hasSize(2);
            assertThat(link(ben)).isNotEqualTo(old);
            join(ben);
        } else {
            assertThat(mails(ben)).hasSize(1);
            assertThat(status(wallet, ben)).isEqualTo("not on the list");
            assertThat(accept(NOBODY, old, Map.of("name", "Ben", "password", "their-password"))
                            .type())
                    .isEqualTo("urn:roster:problem:invitation-withdrawn");
        }
        assertThat(waitingProcesses(id)).isZero();
    }
}
