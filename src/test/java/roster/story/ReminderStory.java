package roster.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Business has added a reminder after two days; run on each database. */
abstract class ReminderStory extends EditedStory {

    private static final Duration TWO_DAYS = Duration.ofDays(2).plusMinutes(1);

    @Autowired
    private TransactionTemplate transaction;

    private String id;

    @BeforeEach
    void inviteOnTheEditedDiagram() {
        deploy("reminder");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Reminder: Somebody invites you to Wallet",
        "es, Recordatorio: Somebody te invita a Wallet",
        "zh, 提醒：Somebody 邀请您加入 Wallet"
    })
    void afterTwoDaysTheSameLinkIsMailedOnceMore(String language, String subject) throws Exception {
        id = invited(Door.API, wallet, with(input(ben, "WORKSPACE_OPERATOR"), "language", language));
        JsonNode sent = row(wallet, ben);
        String link = link(ben);
        remind();
        assertThat(mails(ben)).hasSize(2);
        assertThat(mails(ben).get(1).getSubject()).isEqualTo(subject);
        assertThat(link(ben)).isEqualTo(link);
        assertThat(messageId(1)).isNotEqualTo(messageId(0));
        assertThat(row(wallet, ben)).isEqualTo(sent);

        join(ben);
        assertThat(waitingProcesses(id)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"accept", "withdraw", "expire"})
    void whoNeedsNoReminderGetsNone(String meanwhile) {
        id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        wait(TWO_DAYS);
        fireTimers();
        switch (meanwhile) {
            case "accept" -> join(ben);
            case "withdraw" -> Door.API.act(this, wallet.admin(), wallet.id(), id, "withdraw");
            default -> wait(Duration.ofDays(3)); // No timer has fired: the clock says it
        }
        sendMails();
        assertThat(mails(ben)).hasSize(1);
    }

    @Test
    void aRepeatedReminderHasTheSameIdAndTheNextReminderAnotherOne() throws Exception {
        id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        wait(TWO_DAYS);
        fireTimers();
        transaction.executeWithoutResult(killed -> {
            management.executeJob(reminder().getId());
            killed.setRollbackOnly();
        });
        sendMails();
        assertThat(mails(ben)).hasSize(3);
        assertThat(messageId(2)).isEqualTo(messageId(1));

        wait(Duration.ofDays(2));
        fireTimers();
        Door.API.act(this, wallet.admin(), wallet.id(), id, "resend");
        sendMails();
        remind();
        assertThat(mails(ben)).hasSize(5);
        assertThat(messageId(4)).isNotIn(messageId(0), messageId(1), messageId(3));
    }

    @ParameterizedTest
    @EnumSource
    void whoeverResendsMeetsTheTimersInTheirOrder(Door door) {
        id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        wait(Duration.ofDays(4));
        assertThat(door.act(this, wallet.admin(), wallet.id(), id, "resend").status())
                .isLessThan(300);
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");
        sendMails();
        join(ben);
    }

    @Test
    void aReminderThatCannotBeSentSaysNothingOfTheSending() throws IOException {
        id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        wait(TWO_DAYS);
        fireTimers();
        JsonNode sent = row(wallet, ben).path("mail");
        stopTheServer();
        for (int left = 3; left >= 0; left--) {
            assertThat(catchThrowable(() -> management.executeJob(reminder().getId())))
                    .hasMessageContaining("mail server");
            assertThat(reminder().getRetries()).isEqualTo(left);
        }
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(reminder().getProcessInstanceId())
                        .list())
                .singleElement()
                .satisfies(incident -> assertThat(incident.getActivityId()).isEqualTo("ServiceTask_SendReminder"));
        assertThat(row(wallet, ben).path("mail")).isEqualTo(sent);

        management.setJobRetries(reminder().getId(), 1);
        assertThat(row(wallet, ben).path("mail")).isEqualTo(sent);
        repairTheServer();
        management.executeJob(reminder().getId());
        assertThat(mails(ben)).hasSize(2);
        assertThat(row(wallet, ben).path("mail")).isEqualTo(sent);
    }

    @Test
    void joiningWhileTheMailStillHangsSendsNoReminderThatWaits() {
        id = invite(wallet, ben, "WORKSPACE_OPERATOR").id();
        Job sending = management.createJobQuery().messages().list().stream()
                .filter(job -> isOf(job, id))
                .findFirst()
                .orElseThrow();
        transaction.executeWithoutResult(killed -> {
            management.executeJob(sending.getId());
            killed.setRollbackOnly();
        });
        wait(TWO_DAYS);
        fireTimers();
        join(ben);
        assertThat(mails(ben)).hasSize(1);
        sendMails();
        assertThat(mails(ben)).hasSize(1);
        assertThat(waitingProcesses(id)).isZero();
    }

    private void remind() {
        wait(TWO_DAYS);
        fireTimers();
        sendMails();
    }

    private Job reminder() {
        return management.createJobQuery().activityId("ServiceTask_SendReminder").messages().list().stream()
                .filter(job -> isOf(job, id))
                .findFirst()
                .orElseThrow();
    }

    private boolean isOf(Job job, String invitation) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .processInstanceBusinessKey(invitation)
                        .count()
                == 1;
    }

    private String messageId(int mail) throws jakarta.mail.MessagingException {
        return mails(ben).get(mail).getHeader("Message-ID", null);
    }
}
