package roster.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Business has changed what happens when, also so that it would break a rule; run on each database. */
abstract class EditedTimesStory extends EditedStory {

    private static final Duration EXPIRED = Duration.ofDays(3).plusMinutes(1);

    @Test
    void fiveDaysInTheDiagramAreFiveDaysEverywhere() {
        deploy("five-days");
        invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        JsonNode row = row(wallet, ben);
        assertThat(Duration.between(
                        Instant.parse(row.path("sentAt").asText()),
                        Instant.parse(row.path("expiresAt").asText())))
                .isCloseTo(Duration.ofDays(5), Duration.ofSeconds(1));
        assertThat(get(NOBODY, "/api/invitations/" + link(ben))
                        .body()
                        .path("expiresAt")
                        .asText())
                .isEqualTo(row.path("expiresAt").asText());
        wait(Duration.ofDays(5).minusMinutes(1));
        fireTimers();
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");
        wait(Duration.ofMinutes(2));
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_EXPIRED");
        assertThat(accept(NOBODY, link(ben), Map.of("name", "Ben", "password", "their-password"))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void onceTheNewestVersionIsDeletedTheOneBeforeItStarts() {
        deploy("five-days");
        String deployment = newestInvitation().getDeploymentId();
        assertThat(send(OPERATOR, "DELETE", "/engine-rest/deployment/" + deployment + "?cascade=true", null)
                        .status())
                .isEqualTo(204);
        invited(Door.ENGINE, wallet, input(ben, "WORKSPACE_OPERATOR"));
        JsonNode row = row(wallet, ben);
        assertThat(Duration.between(
                        Instant.parse(row.path("sentAt").asText()),
                        Instant.parse(row.path("expiresAt").asText())))
                .isCloseTo(Duration.ofDays(3), Duration.ofSeconds(1));
        join(ben);
    }

    @Test
    void whatIsSentKeepsItsTimeWhenTheDiagramChanges() {
        invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        String expiry = row(wallet, ben).path("expiresAt").asText();
        deploy("five-days");
        assertThat(row(wallet, ben).path("expiresAt").asText()).isEqualTo(expiry);
        wait(EXPIRED);
        fireTimers();
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_EXPIRED");
    }

    @Test
    void whatNobodyResendsIsWithdrawnByTheClock() {
        deploy("automatic-withdrawal");
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        wait(EXPIRED);
        fireTimers();
        wait(Duration.ofDays(30).minusMinutes(2));
        fireTimers();
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_EXPIRED");
        wait(Duration.ofMinutes(3));
        fireTimers();

        assertThat(status(wallet, ben)).isEqualTo("not on the list");
        assertThat(waitingProcesses(id)).isZero();
        assertThat(history(id, "action")).containsExactly("WITHDRAW", "EXPIRE", "INVITE");
        assertThat(history(id, "actor"))
                .containsExactly("null", "null", wallet.admin().email());
        assertThat(get(NOBODY, "/api/invitations/" + link(ben)).type())
                .isEqualTo("urn:roster:problem:invitation-withdrawn");
        assertThat(invite(wallet, ben, "WORKSPACE_OPERATOR").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsResentIsNotWithdrawn(Door door) {
        deploy("automatic-withdrawal");
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        wait(Duration.ofDays(20));
        fireTimers();
        wait(Duration.ofDays(20));
        assertThat(door.act(this, wallet.admin(), wallet.id(), id, "resend").status())
                .isLessThan(300);
        sendMails();
        wait(Duration.ofDays(2));
        fireTimers();
        join(ben);
    }

    @ParameterizedTest
    @CsvSource({"API, resend", "API, withdraw", "ENGINE, resend", "ENGINE, withdraw"})
    void whatTheClockShouldHaveWithdrawnIsNotThereAnyMore(Door door, String action) {
        deploy("automatic-withdrawal");
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        wait(EXPIRED);
        fireTimers();
        wait(Duration.ofDays(31));
        inVain(404, () -> door.act(this, wallet.admin(), wallet.id(), id, action));
        fireTimers();
        assertThat(status(wallet, ben)).isEqualTo("not on the list");
    }

    @Test
    void theClockDoesNotWithdrawWhatIsLive() {
        deploy(diagram -> {
            SubProcess open = diagram.getModelElementById("SubProcess_InvitationOpen");
            open.builder()
                    .boundaryEvent("BoundaryEvent_OneDayOver")
                    .cancelActivity(false)
                    .timerWithDuration("P1D")
                    .connectTo("ServiceTask_WithdrawInvitation");
        });
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        wait(Duration.ofDays(1).plusMinutes(1));
        assertThatThrownBy(this::fireTimers).hasMessageContaining("Sign in");
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");
        assertThat(history(id, "action")).containsExactly("INVITE");
        join(ben);
    }

    @Test
    void theClockDoesNotWithdrawInsteadOfExpiring() {
        deploy(diagram -> {
            BoundaryEvent over = diagram.getModelElementById("BoundaryEvent_ThreeDaysOver");
            var flow = over.getOutgoing().iterator().next();
            flow.getTarget().getIncoming().remove(flow);
            flow.setTarget(diagram.getModelElementById("ServiceTask_WithdrawInvitation"));
        });
        invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        wait(EXPIRED);
        assertThatThrownBy(this::fireTimers).hasMessageContaining("Sign in");
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_EXPIRED");
    }

    @Test
    void nobodyBecomesAMemberTwice() {
        deploy(diagram -> insert(diagram, "EndEvent_MemberJoined", "createMember", false));
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        String link = link(ben);
        Answer refused = inVain(410, () -> accept(NOBODY, link, Map.of("name", "Ben", "password", "their-password")));
        assertThat(refused.type()).isEqualTo("urn:roster:problem:invitation-accepted");
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");
        assertThat(history(id, "action")).containsExactly("INVITE");
    }

    @ParameterizedTest
    @CsvSource({"sendInvitation", "sendReminder"})
    void noMailGoesOutAfterTheEnd(String mail) {
        deploy(diagram -> {
            insert(diagram, "EndEvent_InvitationWithdrawn", mail, true);
            insert(diagram, "EndEvent_MemberJoined", mail, true);
        });
        String withdrawn = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        Door.API.act(this, wallet.admin(), wallet.id(), withdrawn, "withdraw");
        String eve = address();
        String accepted = invited(Door.API, wallet, input(eve, "WORKSPACE_OPERATOR"));
        join(eve);
        sendMails();
        assertThat(mails(ben)).hasSize(1);
        assertThat(mails(eve)).hasSize(1);
        assertThat(waitingProcesses(withdrawn) + waitingProcesses(accepted)).isZero();
    }
}
