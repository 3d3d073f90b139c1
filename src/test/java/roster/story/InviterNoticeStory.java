package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Business lets the inviter know what becomes of invitations; run on each database. */
abstract class InviterNoticeStory extends EditedStory {

    @BeforeEach
    void forgetTheMailsOfTheWorkspace() throws Exception {
        SMTP.purgeEmailFromAllMailboxes();
    }

    @Test
    void theInviterIsToldOfTheExpiryInTheirLanguage() throws Exception {
        new Reader(port, "en")
                .signsIn(wallet.admin())
                .sends("/account", "/account/preferences", Map.of("language", "es", "timeZone", ""));
        deploy("notice-at-expiry");
        invited(Door.API, wallet, with(input(ben, "WORKSPACE_OPERATOR"), "language", "zh"));
        wait(Duration.ofDays(3).plusMinutes(1));
        fireTimers();
        sendMails();
        assertThat(toldInviter())
                .isEqualTo(
                        "Tu invitación a Ben para Wallet ha caducado: Ben (%s) no ha aceptado a tiempo tu invitación al espacio «Wallet». Puedes reenviarla o retirarla."
                                .formatted(ben));
        assertThat(mails(ben)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void nothingWaitsForTheNotice(Door door) throws Exception {
        deploy("notice-at-expiry");
        String id = invited(door, wallet, input(ben, "WORKSPACE_OPERATOR"));
        wait(Duration.ofDays(4));
        assertThat(door.act(this, wallet.admin(), wallet.id(), id, "resend").status())
                .isLessThan(300);
        sendMails();
        assertThat(mails(wallet.admin().email())).hasSize(1);
        join(ben);
        assertThat(waitingProcesses(id)).isZero();
    }

    @Test
    void anInviterWhoIsNoLongerAdminIsToldSo() throws Exception {
        Person cleo = anotherAdmin();
        deploy("notice-at-expiry");
        invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        String ada = row(wallet, wallet.admin().email()).path("id").asText();
        send(cleo, "DELETE", wallet.path() + "/members/" + ada, null);
        sendMails();
        assertThat(mails(wallet.admin().email()).stream().map(mail -> text(mail)))
                .anyMatch(mail -> mail.contains("because you may not invite anybody there any more"));
    }

    @Test
    void theInviterIsToldWhoHasJoined() throws Exception {
        deploy(diagram -> insert(diagram, "EndEvent_MemberJoined", "notifyInviter", true));
        invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        join(ben);
        sendMails();
        assertThat(toldInviter())
                .isEqualTo(
                        "Somebody has joined Wallet: Somebody (%s) has accepted your invitation to the workspace “Wallet” and joined as Workspace Operator."
                                .formatted(ben));
    }

    @Test
    void theInviterIsToldWhoHasWithdrawn() throws Exception {
        Person cleo = anotherAdmin();
        deploy(diagram -> insert(diagram, "EndEvent_InvitationWithdrawn", "notifyInviter", true));
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        Door.API.act(this, cleo, wallet.id(), id, "withdraw");
        sendMails();
        assertThat(toldInviter())
                .isEqualTo(
                        "Your invitation of Ben to Wallet was withdrawn: %s has withdrawn your invitation of Ben (%s) to the workspace “Wallet”."
                                .formatted(cleo.email(), ben));
    }

    @Test
    void aMailThatTheDiagramSaysNoMoreOfIsTriedAsOftenAsTheOthers() throws Exception {
        deploy(diagram -> insert(diagram, "EndEvent_MemberJoined", "notifyInviter", true));
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        join(ben);
        String process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult()
                .getId();
        stopTheServer();
        for (int minutes : List.of(1, 10, 60)) {
            Date failed = ClockUtil.getCurrentTime();
            sendMails();
            Job notice = management.createJobQuery().processInstanceId(process).singleResult();
            assertThat(notice.getDuedate())
                    .isCloseTo(Date.from(failed.toInstant().plus(Duration.ofMinutes(minutes))), 1000);
            wait(Duration.ofMinutes(minutes + 1));
        }
        repairTheServer();
        sendMails();
        assertThat(waitingProcesses(id)).isZero();
        assertThat(toldInviter()).startsWith("Somebody has joined Wallet");
    }

    /** Subject and sentence of the only mail to the inviter. */
    private String toldInviter() throws Exception {
        assertThat(mails(wallet.admin().email())).hasSize(1);
        var mail = mails(wallet.admin().email()).get(0);
        return mail.getSubject() + ": " + text(mail).lines().skip(2).findFirst().orElseThrow();
    }
}
