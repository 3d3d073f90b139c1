package roster.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Running invitations are moved to the newest version of their diagram; run on each database. */
abstract class RolloutStory extends EditedStory {

    private static final String ROLLOUTS = "/api/diagrams/invitation/rollouts";
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration TWO_DAYS = Duration.ofDays(2).plusMinutes(1);

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void forgetTheBatches() {
        management.createBatchQuery().list().forEach(batch -> management.deleteBatch(batch.getId(), true));
    }

    @ParameterizedTest
    @CsvSource({"KEEP, 3", "RECOMPUTE, 5"})
    void pendingExpiriesStayOrCountAgainFromTheSending(String timers, int days) {
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        wait(Duration.ofDays(1));
        deploy("five-days");
        JsonNode rollout = rollOut(timers);
        assertThat(rollout.path("state").asText()).isEqualTo("DONE");
        assertThat(rollout.path("moved").asInt()).isEqualTo(1);
        assertThat(rollout.path("startedBy").asText()).isEqualTo(OPERATOR.email());
        assertThat(version(id)).isEqualTo(rollout.path("version").asInt());

        JsonNode row = row(wallet, ben);
        assertThat(Duration.between(at(row, "sentAt"), at(row, "expiresAt"))).isCloseTo(Duration.ofDays(days), MOMENT);
        assertThat(timer(id, "BoundaryEvent_ThreeDaysOver").getDuedate()).isEqualTo(at(row, "expiresAt"));
        assertThat(at(get(NOBODY, "/api/invitations/" + link(ben)).body(), "expiresAt"))
                .isEqualTo(at(row, "expiresAt"));
        wait(Duration.ofDays(days - 1).minusMinutes(1));
        fireTimers();
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");
        wait(Duration.ofMinutes(2));
        fireTimers();
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_EXPIRED");
        assertThat(history(id, "action")).containsExactly("EXPIRE", "INVITE");
        assertThat(mails(ben)).hasSize(1);
    }

    @Test
    void whatWasResentCountsFromItsLastSending() {
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        wait(Duration.ofDays(4));
        fireTimers();
        Door.API.act(this, wallet.admin(), wallet.id(), id, "resend");
        sendMails();
        wait(Duration.ofDays(1));
        deploy("five-days");
        rollOut("RECOMPUTE");
        JsonNode row = row(wallet, ben);
        assertThat(Duration.between(at(row, "sentAt"), at(row, "expiresAt"))).isCloseTo(Duration.ofDays(5), MOMENT);
        assertThat(row.path("sendCount").asInt()).isEqualTo(2);
        join(ben);
    }

    @Test
    void whatIsOverByTheNewTimeIsExpiredByTheClockAtOnce() {
        deploy("five-days");
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        String link = link(ben);
        wait(Duration.ofDays(4));
        deploy(shipped -> {});
        rollOut("RECOMPUTE");
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_EXPIRED");
        assertThat(accept(NOBODY, link, Map.of("name", "Ben", "password", "their-password"))
                        .status())
                .isEqualTo(410);
        fireTimers();
        assertThat(runtime.getActiveActivityIds(instance(id).getId())).containsExactly("Gateway_InvitationExpired");
        assertThat(Door.API.act(this, wallet.admin(), wallet.id(), id, "resend").status())
                .isEqualTo(200);
        sendMails();
        join(ben);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEEP", "RECOMPUTE"})
    void whoWasRemindedIsNotRemindedAgain(String timers) throws IOException {
        deploy("reminder");
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        wait(TWO_DAYS);
        fireTimers();
        sendMails();
        assertThat(mails(ben)).hasSize(2);
        deployBpmn(Files.readString(VARIANTS.resolve("reminder.bpmn")).replace("P3D", "P9D"));
        rollOut(timers);
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(instance(id).getId())
                        .timers()
                        .count())
                .isEqualTo(1);
        join(ben);
    }

    @Test
    void aNewReminderCountsFromTheSendingAndRespectsSuspension() {
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        String process = instance(id).getId();
        wait(Duration.ofDays(1));
        deploy("reminder");
        runtime.suspendProcessInstanceById(process);
        rollOut("KEEP");
        assertThat(version(id)).isEqualTo(newest());
        var timers = management.createJobQuery().processInstanceId(process).timers();
        assertThat(timers.count()).isEqualTo(2);
        assertThat(timers.suspended().count()).isEqualTo(2);

        runtime.activateProcessInstanceById(process);
        wait(Duration.ofDays(1).minusMinutes(1));
        fireTimers();
        sendMails();
        assertThat(mails(ben)).hasSize(1);
        wait(Duration.ofMinutes(2));
        fireTimers();
        sendMails();
        assertThat(mails(ben)).hasSize(2);
        join(ben);
    }

    @Test
    void aMailThatWaitsOrFailedGoesOutOnceOnTheNewVersion() throws IOException {
        stopTheServer();
        String failed = invite(wallet, ben, "WORKSPACE_OPERATOR").id();
        Job sending = management
                .createJobQuery()
                .processInstanceId(instance(failed).getId())
                .messages()
                .singleResult();
        while (management.createJobQuery().jobId(sending.getId()).singleResult().getRetries() > 0) {
            assertThat(catchThrowable(() -> management.executeJob(sending.getId())))
                    .isNotNull();
        }
        String eve = address();
        String waiting = invite(wallet, eve, "WORKSPACE_OPERATOR").id();
        deploy("five-days");
        rollOut("RECOMPUTE");
        assertThat(List.of(version(failed), version(waiting))).containsOnly(newest());
        assertThat(row(wallet, ben).at("/mail/state").asText()).isEqualTo("FAILED");
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(instance(failed).getId())
                        .count())
                .isEqualTo(1);
        assertThat(row(wallet, eve).at("/mail/state").asText()).isEqualTo("QUEUED");

        repairTheServer();
        management.setJobRetries(sending.getId(), 1);
        management.executeJob(sending.getId());
        sendMails();
        assertThat(mails(ben)).hasSize(1);
        assertThat(mails(eve)).hasSize(1);
        assertThat(row(wallet, ben).at("/mail/state").asText()).isEqualTo("SENT");
        join(ben);
        join(eve);
    }

    @Test
    void anElementThatVanishedIsNamedBeforeAnythingMoves() {
        String id = approvalOfResendThatIsNotDeployedAnyMore();
        String eve = address();
        resentAndWaitingForApproval(id);
        Answer planned = post(OPERATOR, ROLLOUTS + "?dryRun=true", request("KEEP"));
        assertThat(planned.status()).as(planned.text()).isEqualTo(200);
        String element = taskOf(id).getTaskDefinitionKey();
        assertThat(planned.body().path("findings").findValuesAsText("element")).containsExactly(element);
        assertThat(planned.body().path("running").findValuesAsText("element")).containsExactly(element);
        assertThat(planned.body().path("rollout").isMissingNode()).isTrue();
        Answer refused = inVain(409, () -> post(OPERATOR, ROLLOUTS, request("KEEP")));
        assertThat(refused.type()).isEqualTo("urn:roster:problem:rollout-refused");
        assertThat(refused.fields()).containsExactly(element);
        assertThat(version(id)).isLessThan(newest());
        assertThat(status(wallet, eve)).isEqualTo("not on the list");
    }

    @Test
    void whatCannotBeMovedIsNamedAndTriedAgain() {
        String id = approvalOfResendThatIsNotDeployedAnyMore();
        JsonNode started = start("KEEP");
        resentAndWaitingForApproval(id);
        for (int tries = 0; tries < 3; tries++) {
            run(started);
        }
        JsonNode failed = rollout(started);
        assertThat(failed.path("state").asText()).isEqualTo("FAILED");
        assertThat(failed.path("moved").asInt()).isZero();
        JsonNode failure = failed.at("/failures/0");
        assertThat(failure.path("businessKey").asText()).isEqualTo(id);
        String element = taskOf(id).getTaskDefinitionKey();
        assertThat(failure.at("/at/0/id").asText()).isEqualTo(element);
        assertThat(failure.path("reason").asText())
                .contains(element, "is not in version " + failed.path("version").asInt());

        decide(id, true);
        sendMails();
        Answer again = post(OPERATOR, path(started) + "/retry", null);
        assertThat(again.body().path("state").asText()).as(again.text()).isEqualTo("RUNNING");
        run(started);
        assertThat(rollout(started).path("state").asText()).isEqualTo("DONE");
        assertThat(version(id)).isEqualTo(newest());
        join(ben);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "withdraw"})
    void whoeverActsMeanwhileComesBeforeOrAfter(String action) throws Exception {
        for (int round = 0; round < 4; round++) {
            deploy(round % 2 == 0 ? "five-days" : "reminder", round);
            String email = address();
            String id = invited(Door.API, wallet, input(email, "WORKSPACE_OPERATOR"));
            String link = link(email);
            deploy("reminder", -round - 1);
            JsonNode started = start("RECOMPUTE");
            Callable<Answer> act = () -> action.equals("accept")
                    ? accept(NOBODY, link, Map.of("name", "Ben", "password", "their-password"))
                    : Door.API.act(this, wallet.admin(), wallet.id(), id, action);
            Callable<Answer> move = () -> {
                run(started);
                return get(OPERATOR, path(started));
            };
            List<Answer> answers = atOnce(round % 2 == 0 ? List.of(act, move) : List.of(move, act));
            assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 204);
            run(started);
            assertThat(rollout(started).path("state").asText()).isEqualTo("DONE");
            assertThat(status(wallet, email)).isEqualTo(action.equals("accept") ? "ACTIVE" : "not on the list");
            assertThat(waitingProcesses(id)).isZero();
            assertThat(mails(email)).hasSize(1);
            assertThat(history(id, "action")).containsExactly(action.toUpperCase(java.util.Locale.ROOT), "INVITE");
        }
    }

    @Test
    void aMoveThatIsCutOffIsMadeAgainAsAWhole() {
        List<String> ids = List.of(ben, address(), address()).stream()
                .map(email -> invited(Door.API, wallet, input(email, "WORKSPACE_OPERATOR")))
                .toList();
        deploy("five-days");
        JsonNode started = start("RECOMPUTE");
        List<Job> jobs = jobs(started);
        management.executeJob(jobs.get(0).getId());
        transaction.executeWithoutResult(killed -> {
            management.executeJob(jobs.get(1).getId());
            killed.setRollbackOnly();
        });
        JsonNode half = rollout(started);
        assertThat(half.path("state").asText()).isEqualTo("RUNNING");
        assertThat(half.path("moved").asInt()).isEqualTo(1);
        assertThat(ids.stream().filter(id -> version(id) == newest())).hasSize(1);
        run(started);
        assertThat(rollout(started).path("state").asText()).isEqualTo("DONE");
        assertThat(ids).allMatch(id -> version(id) == newest());
        assertThat(get(OPERATOR, ROLLOUTS).body().at("/items/0/id")).isEqualTo(started.path("id"));
        Answer nothing = post(OPERATOR, ROLLOUTS, request("KEEP"));
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.body().path("total").asInt()).isZero();
    }

    private String approvalOfResendThatIsNotDeployedAnyMore() {
        deploy("approval-of-resend");
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        deploy(shipped -> {});
        return id;
    }

    private void resentAndWaitingForApproval(String id) {
        wait(Duration.ofDays(4));
        fireTimers();
        Door.API.act(this, wallet.admin(), wallet.id(), id, "resend");
    }

    /** The same diagram as a version of its own. */
    private void deploy(String variant, int version) {
        try {
            deployBpmn(Files.readString(VARIANTS.resolve(variant + ".bpmn"))
                    .replace("name=\"Member joined\"", "name=\"Member joined " + version + "\""));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Only in this story's workspace, for the others are of other stories. */
    private Map<String, String> request(String timers) {
        return Map.of("timers", timers, "workspace", wallet.id());
    }

    private JsonNode rollOut(String timers) {
        JsonNode started = start(timers);
        run(started);
        return rollout(started);
    }

    private JsonNode start(String timers) {
        Answer started = post(OPERATOR, ROLLOUTS, request(timers));
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        JsonNode rollout = started.body().path("rollout");
        assertThat(started.headers().firstValue("Location")).hasValue(path(rollout));
        return rollout;
    }

    private JsonNode rollout(JsonNode started) {
        return get(OPERATOR, path(started)).body();
    }

    private static String path(JsonNode rollout) {
        return ROLLOUTS + "/" + rollout.path("id").asText();
    }

    /** As the job executor would; it tries again later where somebody else was faster. */
    private void run(JsonNode started) {
        for (Job job : jobs(started)) {
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException comesAgain) {
                assertThat(comesAgain).hasMessageNotContaining("NullPointer");
            }
        }
    }

    private List<Job> jobs(JsonNode started) {
        return jobs(management
                .createBatchQuery()
                .batchId(started.path("id").asText())
                .singleResult());
    }

    private ProcessInstance instance(String id) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult();
    }

    private int version(String id) {
        return repository
                .getProcessDefinition(instance(id).getProcessDefinitionId())
                .getVersion();
    }

    private int newest() {
        return newestInvitation().getVersion();
    }

    private Job timer(String id, String event) {
        return management
                .createJobQuery()
                .processInstanceId(instance(id).getId())
                .activityId(event)
                .singleResult();
    }

    private static Instant at(JsonNode row, String field) {
        return Instant.parse(row.path(field).asText());
    }
}
