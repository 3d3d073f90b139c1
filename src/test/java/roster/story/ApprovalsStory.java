package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Admins answer what other admins have asked for; run on each database. */
abstract class ApprovalsStory extends EditedStory {

    private Person cleo;
    private Person stranger;
    private String id;
    private String task;

    @BeforeEach
    void adaInvitesBenWithCleosApproval() {
        cleo = anotherAdmin();
        stranger = workspace("TENANT").admin();
        deploy("approval");
        id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        task = taskOf(id).getId();
    }

    @Test
    void whatWaitsIsListedWithWhoAskedAndSinceWhen() {
        Instant now = ClockUtil.getCurrentTime().toInstant();
        JsonNode page = get(cleo, approvals()).body();
        assertThat(page.path("total").asInt()).isEqualTo(1);
        JsonNode waiting = page.path("items").path(0);
        assertThat(waiting.path("id").asText()).isEqualTo(task);
        assertThat(waiting.path("action").asText()).isEqualTo("INVITE");
        assertThat(waiting.path("step").asText()).isEqualTo("Approve");
        assertThat(waiting.at("/target/email").asText()).isEqualTo(ben);
        assertThat(waiting.at("/target/role").asText()).isEqualTo("WORKSPACE_OPERATOR");
        assertThat(waiting.at("/requestedBy/email").asText())
                .isEqualTo(wallet.admin().email());
        assertThat(Instant.parse(waiting.path("since").asText())).isBetween(now.minusSeconds(60), now);
        assertThat(waiting.has("until")).isFalse();
        assertThat(answers(cleo)).containsExactly("APPROVE", "REFUSE");
        assertThat(answers(OPERATOR)).containsExactly("APPROVE", "REFUSE");
        assertThat(answers(wallet.admin())).isEmpty();
        assertThat(get(cleo, waiting.path("self").asText()).body()).isEqualTo(waiting);
        inVain(400, () -> get(cleo, approvals() + "?limit=201"));
        inVain(404, () -> get(stranger, waiting.path("self").asText()));
    }

    @ParameterizedTest
    @EnumSource
    void anotherAdminApproves(AnswerDoor door) {
        assertThat(answer(door, cleo, true).status()).isEqualTo(204);
        sendMails();
        join(ben);
        assertThat(history(id, "action")).containsExactly("ACCEPT", "APPROVE", "INVITE");
        assertThat(history(id, "actor")).endsWith(cleo.email(), wallet.admin().email());
        assertThat(get(cleo, approvals()).body().path("total").asInt()).isZero();
        inVain(404, () -> answer(AnswerDoor.API, cleo, true));
    }

    @ParameterizedTest
    @EnumSource
    void anotherAdminRefuses(AnswerDoor door) {
        assertThat(answer(door, cleo, false).status()).isEqualTo(204);
        sendMails();
        assertThat(mails(ben)).isEmpty();
        assertThat(status(wallet, ben)).isEqualTo("not on the list");
        assertThat(history(id, "action")).containsExactly("WITHDRAW", "REFUSE", "INVITE");
        assertThat(history(id, "actor")).startsWith(cleo.email(), cleo.email());
    }

    @ParameterizedTest
    @EnumSource
    void whoAskedDoesNotAnswerAndAPlatformOperatorMay(AnswerDoor door) {
        Answer refused = inVain(409, () -> answer(door, wallet.admin(), true));
        assertThat(refused.type()).isEqualTo("urn:roster:problem:own-request");
        assertThat(refused.body().path("detail").asText())
                .contains("another admin of the workspace must", "a platform operator may");
        inVain(409, () -> answer(door, wallet.admin(), false));
        assertThat(answer(door, OPERATOR, true).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyElseAnswers(AnswerDoor door) {
        inVain(404, () -> answer(door, stranger, true));
        inVain(401, () -> answer(door, NOBODY, true));
        String blocked = row(wallet, cleo.email()).path("id").asText();
        post(wallet.admin(), wallet.path() + "/members/" + blocked + "/block", null);
        inVain(403, () -> answer(door, cleo, true));
    }

    @ParameterizedTest
    @CsvSource({"complete", "submit-form"})
    void anAnswerIsYesOrNo(String how) {
        String path = "/engine-rest/task/" + task + "/" + how;
        for (Person who : List.of(cleo, OPERATOR)) {
            for (Object body : List.of(Map.of(), AnswerDoor.body("yes"), AnswerDoor.body(List.of(1)))) {
                assertThat(inVain(400, () -> post(who, path, body)).fields()).containsExactly("approved");
            }
            inVain(400, () -> post(who, path, ""));
            var others = Map.of("variables", Map.of("requestedBy", Map.of("value", "me")));
            assertThat(inVain(400, () -> post(who, path, others)).fields()).containsExactly("requestedBy");
        }
        inVain(403, () -> post(cleo, path, Map.of("variables", Map.of(), "withVariablesInReturn", true)));
        inVain(
                400,
                () -> post(OPERATOR, "/engine-rest/execution/" + taskOf(id).getExecutionId() + "/signal", Map.of()));
    }

    @Test
    void ofTwoWhoAnswerAtTheSameMomentOneIsToldThatItIsAnswered() throws Exception {
        for (AnswerDoor door : AnswerDoor.values()) {
            String waiting = taskOf(invited(Door.API, wallet, input(address(), "WORKSPACE_OPERATOR")))
                    .getId();
            List<Answer> answers = atOnce(List.of(
                    () -> door.answer(this, cleo, wallet.id(), waiting, true),
                    () -> door.answer(this, OPERATOR, wallet.id(), waiting, false)));
            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 404);
        }
    }

    @Test
    void whatWaitsMovesToANewVersionAndIsAnsweredThere() {
        var waiting = runtime.createProcessInstanceQuery()
                .processInstanceId(taskOf(id).getProcessInstanceId());
        String old = waiting.singleResult().getProcessDefinitionId();
        deploy("approval", "name=\"Approve\"", "name=\"Decide\"");
        String newest = newestInvitation().getId();
        var plan = runtime.createMigrationPlan(old, newest).mapEqualActivities().build();
        runtime.newMigration(plan)
                .processInstanceIds(waiting.singleResult().getId())
                .execute();
        assertThat(waiting.singleResult().getProcessDefinitionId()).isEqualTo(newest);
        inVain(409, () -> answer(AnswerDoor.API, wallet.admin(), true));
        assertThat(answer(AnswerDoor.API, cleo, true).status()).isEqualTo(204);
    }

    @Test
    void aResendAfterAnApprovalIsApprovedAgainAndIsOfWhoAskedForIt() {
        answer(AnswerDoor.API, cleo, true);
        wait(Duration.ofDays(4));
        Person resender = cleo;
        assertThat(Door.API.act(this, resender, wallet.id(), id, "resend").status())
                .isEqualTo(200);
        task = taskOf(id).getId();
        assertThat(get(cleo, approvals()).body().at("/items/0/action").asText()).isEqualTo("RESEND");
        inVain(409, () -> answer(AnswerDoor.API, resender, true));
        assertThat(inVain(400, () -> post(wallet.admin(), "/engine-rest/task/" + task + "/complete", Map.of()))
                        .fields())
                .containsExactly("approved");
        assertThat(answer(AnswerDoor.API, wallet.admin(), true).status()).isEqualTo(204);
        assertThat(row(wallet, ben).at("/invitedBy/email").asText()).isEqualTo(resender.email());
    }

    @Test
    void theOperatorWhoInvitesAFirstAdminApprovesItForThereIsNobodyElse() {
        String first = address();
        Answer opened = post(
                OPERATOR,
                "/api/workspaces",
                Map.of("name", "Shop", "type", "TENANT", "admin", Map.of("name", "Ada", "email", first)));
        String path = "/api/workspaces/" + opened.id() + "/approvals";
        JsonNode waiting = get(OPERATOR, path).body().path("items").path(0);
        assertThat(waiting.path("answers")).hasSize(2);
        assertThat(post(OPERATOR, waiting.path("self").asText() + "/approve", null)
                        .status())
                .isEqualTo(204);
        sendMails();
        join(first);
    }

    @Test
    void adminsAnswerInTasklistWhatWaitsInTheirWorkspacesAndDoNothingElseThere() {
        var tasklist = Tasklist.of(this, cleo);
        assertThat(tasklist.get("/task").body()).hasSize(1);
        String filter = tasklist.get("/filter").body().at("/0/id").asText();
        assertThat(tasklist.post("/filter/" + filter + "/list", Map.of()).text())
                .contains(task);
        assertThat(tasklist.get("/task/" + task + "/rendered-form").text()).contains("approved");
        assertThat(tasklist.post("/task/" + task + "/claim", Map.of("userId", cleo.email()))
                        .status())
                .isEqualTo(204);

        assertThat(tasklist.get("/user/" + cleo.email() + "/profile").status()).isEqualTo(200);
        inVain(403, () -> tasklist.get("/user/" + wallet.admin().email() + "/profile"));

        assertThat(tasklist.get("/task/" + task).body().path("description").asText())
                .isEqualTo("https://members.example/portal/workspaces/" + wallet.id() + "/approvals#row-" + task);

        String answer = "/task/" + task + "/submit-form";
        var ofStranger = Tasklist.of(this, stranger);
        assertThat(ofStranger.get("/task").body()).isEmpty();
        assertThat(ofStranger.get("/task/" + task).status()).isEqualTo(404);
        inVain(404, () -> ofStranger.post(answer, AnswerDoor.body(true)));
        var ofAda = Tasklist.of(this, wallet.admin());
        assertThat(inVain(409, () -> ofAda.post(answer, AnswerDoor.body(true))).type())
                .isEqualTo("urn:roster:problem:own-request");
        assertThat(inVain(400, () -> tasklist.post(answer, Map.of())).fields()).containsExactly("approved");

        for (String path :
                List.of("/process-instance", "/deployment", "/user", "/variable-instance", "/history/task")) {
            inVain(403, () -> tasklist.get(path));
        }
        inVain(403, () -> tasklist.post("/task/" + task + "/assignee", Map.of("userId", cleo.email())));
        inVain(403, () -> tasklist.post("/task/" + task + "/claim", Map.of("userId", ben)));
        inVain(403, () -> tasklist.post("/process-definition/key/invitation/start", Map.of()));

        assertThat(tasklist.post(answer, AnswerDoor.body(true)).status()).isEqualTo(204);
        sendMails();
        assertThat(Tasklist.of(this, join(ben)).isOpen()).isFalse();
    }

    @Test
    void aDiagramThatLosesTheAnswerIsNotDeployed() throws IOException {
        String deaf = Files.readString(VARIANTS.resolve("approval.bpmn")).replace("${approved}", "${agreed}");
        Answer refused = inVain(
                400,
                () -> send(request(OPERATOR, "/api/diagrams")
                        .header("Content-Type", "application/bpmn+xml")
                        .POST(HttpRequest.BodyPublishers.ofString(deaf))));
        assertThat(refused.text()).contains("UserTask_Approve", "asks for an answer that does not decide alone");
    }

    private Answer answer(AnswerDoor door, Person who, boolean approved) {
        return door.answer(this, who, wallet.id(), task, approved);
    }

    private String approvals() {
        return wallet.path() + "/approvals";
    }

    private List<String> answers(Person who) {
        JsonNode answers = get(who, approvals()).body().at("/items/0/answers");
        return Arrays.asList(json.convertValue(answers, String[].class));
    }
}
