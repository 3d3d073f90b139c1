package roster.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail servers that are down, refuse, hang or forget to answer; run on each database. */
abstract class MailStory extends FaultsStory {

    private static final int TRIES = 4;
    private static final Pattern MAILED_LINK = Pattern.compile("/portal/invitations/(\\S+)");

    @Autowired
    private JavaMailSenderImpl sender;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Environment environment;

    private Workspace wallet;
    private String ben;
    private String id;

    @BeforeEach
    void invite() {
        wallet = workspace("TENANT");
        ben = address();
        Answer invited = invite(wallet, ben, "WORKSPACE_OPERATOR");
        id = invited.id();
    }

    @AfterEach
    void repairTheServer() {
        sender.setPort(SMTP.getSmtp().getPort());
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsDownIsTriedAgainAndHoldsUpNothingElse(Door door) throws IOException {
        String eve = address();
        Answer other = door.invite(this, wallet.admin(), wallet.id(), input(eve, "WORKSPACE_REVIEWER"));
        stopTheServer();

        assertThat(tryToSend()).hasMessageContaining("mail server");

        assertThat(job().getRetries()).isEqualTo(TRIES - 1);
        assertThat(job().getDuedate()).isAfter(org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime());
        assertThat(mail().path("state").asText()).isEqualTo("QUEUED");
        assertThat(incidents()).isEmpty();
        String otherId = door.invitation(other);
        assertThat(door.act(this, wallet.admin(), wallet.id(), otherId, "withdraw")
                        .status())
                .isEqualTo(204);
        assertThat(status(wallet, eve)).isEqualTo("not on the list");
        assertThat(waitingProcesses(otherId)).isZero();

        repairTheServer();
        wait(Duration.ofMinutes(2));
        assertThat(tryToSend()).isNull();
        assertThat(mail().path("state").asText()).isEqualTo("SENT");
        assertThat(mails(ben)).hasSize(1);
        assertThat(mails(eve)).isEmpty();
        join(ben);
    }

    @Test
    void aMailThatUsedUpItsTriesHasFailedUntilAnOperatorLetsItBeTriedAgain() throws IOException {
        failForGood();
        assertThat(incidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.getActivityId()).isEqualTo("ServiceTask_SendInvitation"));
        assertThat(mail().path("state").asText()).isEqualTo("FAILED");
        assertThat(mail().path("error").asText())
                .contains("mail server")
                .doesNotContain("Exception", "springframework", "jakarta", "roster.");
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");

        String retries = "/engine-rest/job/" + job().getId() + "/retries";
        assertThat(send(wallet.admin(), "PUT", retries, Map.of("retries", 1)).status())
                .isEqualTo(403);
        assertThat(send(OPERATOR, "PUT", retries, Map.of("retries", 1)).status())
                .isEqualTo(204);
        assertThat(mail().path("state").asText()).isEqualTo("QUEUED");
        assertThat(mail().hasNonNull("error")).isFalse();
        assertThat(incidents()).isEmpty();

        repairTheServer();
        assertThat(tryToSend()).isNull();
        assertThat(mail().path("state").asText()).isEqualTo("SENT");
        join(ben);
    }

    @Test
    void aRetryThatFailsHasFailedAgain() throws IOException {
        failForGood();
        management.setJobRetries(job().getId(), 1);
        assertThat(tryToSend()).isNotNull();
        assertThat(mail().path("state").asText()).isEqualTo("FAILED");
        assertThat(incidents()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void anInvitationWhoseMailHasFailedCanBeWithdrawn(Door door) throws IOException {
        failForGood();
        assertThat(door.act(this, wallet.admin(), wallet.id(), id, "withdraw").status())
                .isEqualTo(204);
        assertThat(status(wallet, ben)).isEqualTo("not on the list");
        assertThat(waitingProcesses(id)).isZero();
        assertThat(runtime.createIncidentQuery().list())
                .noneMatch(incident -> "ServiceTask_SendInvitation".equals(incident.getActivityId())
                        && incident.getTenantId().equals(wallet.id()));
    }

    @ParameterizedTest
    @EnumSource
    void anInvitationWhoseMailHasFailedExpiresAndIsResent(Door door) throws IOException {
        failForGood();
        wait(Duration.ofDays(4));
        fireTimers();
        assertThat(incidents()).isEmpty();
        assertThat(mail().path("state").asText()).isEqualTo("FAILED");
        repairTheServer();
        assertThat(door.act(this, wallet.admin(), wallet.id(), id, "resend").status())
                .isLessThan(300);
        assertThat(mail().path("state").asText()).isEqualTo("QUEUED");
        assertThat(mail().hasNonNull("error")).isFalse();
        assertThat(tryToSend()).isNull();
        join(ben);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user",
        "RCPT, 553 5.1.3 what a name",
        "., 554 5.7.1 looks like spam",
    })
    void whatTheServerRefusesForGoodHasFailedAtOnce(String command, String answer) throws IOException {
        try (var server = new ScriptedMailServer(command, answer)) {
            sender.setPort(server.port());
            assertThat(tryToSend()).hasMessageContaining("refused the mail for good");
        }
        assertThat(job().getRetries()).isZero();
        assertThat(incidents()).hasSize(1);
        assertThat(mail().path("state").asText()).isEqualTo("FAILED");
        assertThat(mail().path("error").asText()).contains(answer).doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, 554 5.3.2 not today",
        "CONNECT, 421 4.3.2 shutting down",
        "MAIL, 550 5.7.1 not from you",
        "MAIL, 451 4.3.0 try again later",
        "RCPT, 451 4.7.1 greylisted",
        "RCPT, 452 4.2.2 mailbox full",
        "DATA, 451 4.3.0 try again later",
        "., 452 4.3.1 disk full",
    })
    void whatTheServerRefusesForNowIsTriedAgain(String command, String answer) throws IOException {
        try (var server = new ScriptedMailServer(command, answer)) {
            sender.setPort(server.port());
            assertThat(tryToSend()).hasMessageContaining("did not take the mail");
        }
        assertThat(job().getRetries()).isEqualTo(TRIES - 1);
        assertThat(mail().path("state").asText()).isEqualTo("QUEUED");
        repairTheServer();
        wait(Duration.ofMinutes(2));
        assertThat(tryToSend()).isNull();
        join(ben);
    }

    @ParameterizedTest
    @CsvSource({"CONNECT", "RCPT", "DATA"})
    void aServerThatHangsIsGivenUpWithinTheTimeout(String command) throws IOException {
        try (var server = new ScriptedMailServer(command, ScriptedMailServer.SILENCE)) {
            long begin = System.nanoTime();
            assertThat(sendInAHurry(server)).hasMessageContaining("did not take the mail");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(job().getRetries()).isEqualTo(TRIES - 1);
        assertThat(mail().path("state").asText()).isEqualTo("QUEUED");
    }

    @Test
    void whoGotTheMailOfAServerThatThenHungJoins() throws IOException, MessagingException {
        String link;
        try (var server = new ScriptedMailServer(".", ScriptedMailServer.SILENCE)) {
            assertThat(sendInAHurry(server)).isNotNull();
            assertThat(mail().path("state").asText()).isEqualTo("QUEUED");
            link = linkIn(read(server.mails().get(0)));
        }
        assertThat(accept(NOBODY, link, Map.of("name", "Ben", "password", "their-password"))
                        .status())
                .isEqualTo(201);
        assertThat(status(wallet, ben)).isEqualTo("ACTIVE");
        assertThat(waitingProcesses(id)).isZero();
        sendMails();
        assertThat(mails(ben)).isEmpty();
    }

    @Test
    void theConfiguredTimeoutsTogetherAreShorterThanTheLockOfAJob() {
        Properties configured = sender.getJavaMailProperties();
        int sum = Stream.of("connectiontimeout", "timeout", "writetimeout")
                .mapToInt(name -> Integer.parseInt(configured.getProperty("mail.smtp." + name)))
                .peek(timeout -> assertThat(timeout).isPositive())
                .sum();
        assertThat(sum)
                .isLessThan(
                        environment.getRequiredProperty("camunda.bpm.job-execution.lock-time-in-millis", Integer.class)
                                / 2);
    }

    @Test
    void aMailThatIsRepeatedAfterAKillHasTheSameIdAndTheSameLink() throws MessagingException {
        transaction.executeWithoutResult(killed -> {
            management.executeJob(job().getId());
            killed.setRollbackOnly();
        });
        assertThat(mail().path("state").asText()).isEqualTo("QUEUED");
        assertThat(job().getRetries()).isPositive();

        assertThat(tryToSend()).isNull();

        assertThat(mails(ben)).hasSize(2);
        assertThat(messageIds()).doesNotContainNull().hasSize(2);
        assertThat(messageIds().get(0)).isEqualTo(messageIds().get(1));
        assertThat(mails(ben).stream().map(mail -> linkIn(text(mail))).distinct())
                .hasSize(1);
        assertThat(mail().path("state").asText()).isEqualTo("SENT");
        join(ben);
    }

    @Test
    void theHolderOfAMailThatWasKilledJoinsBeforeItIsRepeated() {
        transaction.executeWithoutResult(killed -> {
            management.executeJob(job().getId());
            killed.setRollbackOnly();
        });
        join(ben);
        assertThat(status(wallet, ben)).isEqualTo("ACTIVE");
        assertThat(waitingProcesses(id)).isZero();
        sendMails();
        assertThat(mails(ben)).hasSize(1);
    }

    @Test
    void aResentInvitationIsAnotherMailWithAnotherLink() throws MessagingException {
        assertThat(tryToSend()).isNull();
        wait(Duration.ofDays(4));
        Door.API.act(this, wallet.admin(), wallet.id(), id, "resend");
        assertThat(tryToSend()).isNull();
        assertThat(messageIds()).hasSize(2).doesNotHaveDuplicates();
        assertThat(mails(ben).stream().map(mail -> linkIn(text(mail))))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void aMailThatWasSentIsNotSentAgain() {
        assertThat(tryToSend()).isNull();
        String process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult()
                .getId();
        runtime.createProcessInstanceModification(process)
                .startBeforeActivity("ServiceTask_SendInvitation")
                .execute();
        assertThat(tryToSend()).isNull();
        assertThat(mails(ben)).hasSize(1);
        assertThatThrownBy(this::job).isInstanceOf(java.util.NoSuchElementException.class);
    }

    private void stopTheServer() throws IOException {
        try (var free = new ServerSocket(0)) {
            sender.setPort(free.getLocalPort());
        }
    }

    private void failForGood() throws IOException {
        stopTheServer();
        for (int left = TRIES - 1; left >= 0; left--) {
            assertThat(tryToSend()).isNotNull();
            assertThat(job().getRetries()).isEqualTo(left);
            wait(Duration.ofHours(2));
        }
    }

    /** With a fifth of a second for each answer. */
    private Throwable sendInAHurry(ScriptedMailServer server) {
        Properties patient = sender.getJavaMailProperties();
        var hurried = new Properties();
        hurried.putAll(patient);
        hurried.setProperty("mail.smtp.timeout", "200");
        sender.setJavaMailProperties(hurried);
        sender.setPort(server.port());
        try {
            return tryToSend();
        } finally {
            sender.setJavaMailProperties(patient);
        }
    }

    /** What the job executor does with the mail of our invitation; answers the failure. */
    private Throwable tryToSend() {
        return catchThrowable(() -> management.executeJob(job().getId()));
    }

    private Job job() {
        return management.createJobQuery().messages().list().stream()
                .filter(job -> job.getProcessInstanceId().equals(process()))
                .findFirst()
                .orElseThrow();
    }

    private List<Incident> incidents() {
        return runtime.createIncidentQuery().processInstanceId(process()).list();
    }

    private String process() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult()
                .getId();
    }

    private JsonNode mail() {
        return row(wallet, ben).path("mail");
    }

    private List<String> messageIds() throws MessagingException {
        var ids = new java.util.ArrayList<String>();
        for (var mail : mails(ben)) {
            ids.add(mail.getHeader("Message-ID", null));
        }
        return ids;
    }

    /** As a mail program reads it: where lines are long, the raw mail breaks them. */
    private static String read(String raw) throws MessagingException {
        return text(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private static String linkIn(String mail) {
        var found = MAILED_LINK.matcher(mail);
        assertThat(found.find()).as(mail).isTrue();
        return found.group(1);
    }
}
