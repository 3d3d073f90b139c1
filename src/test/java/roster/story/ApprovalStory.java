package roster.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Business has put an approval in front of each change; run on each database. */
abstract class ApprovalStory extends FaultsStory {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TaskService tasks;

    private Deployment edited;
    private Workspace wallet;
    private String id;
    private String ben;

    @BeforeEach
    void editTheDiagram() {
        BpmnModelInstance model =
                Bpmn.readModelFromFile(Path.of("bpmn", "member.bpmn").toFile());
        model.getModelElementsByType(Process.class).forEach(ApprovalStory::putApprovalFirst);
        Shapes.complete(model);
        edited = repository
                .createDeployment()
                .addModelInstance("member.bpmn", model)
                .deploy();
        wallet = workspace("TENANT");
        ben = address();
        id = invite(wallet, ben, "WORKSPACE_OPERATOR").id();
        sendMails();
        join(ben);
    }

    @AfterEach
    void takeTheEditBack() {
        repository.deleteDeployment(edited.getId(), true);
    }

    private static void putApprovalFirst(Process process) {
        StartEvent start =
                process.getChildElementsByType(StartEvent.class).iterator().next();
        SequenceFlow flow = start.getOutgoing().iterator().next();
        var change = flow.getTarget();
        UserTask approve = process.getModelInstance().newInstance(UserTask.class);
        approve.setId("UserTask_Approve_" + process.getId());
        approve.setName("Approve");
        process.addChildElement(approve);
        change.getIncoming().remove(flow);
        flow.setTarget(approve);
        approve.getIncoming().add(flow);
        Shapes.complete((BpmnModelInstance) process.getModelInstance()); // The builder draws from what is drawn
        approve.setCamundaCandidateGroups("workspace-admin");
        approve.builder()
                .sequenceFlowId("Flow_ToApproved_" + process.getId())
                .exclusiveGateway("Gateway_Approved_" + process.getId())
                .name("Approved?")
                .condition("yes", "${approved}")
                .sequenceFlowId("Flow_Approved_" + process.getId())
                .connectTo(change.getId())
                .moveToLastGateway()
                .sequenceFlowId("Flow_Refused_" + process.getId())
                .endEvent("EndEvent_Refused_" + process.getId())
                .name("Refused")
                .done();
        approve.builder()
                .boundaryEvent("BoundaryEvent_NotApproved_" + process.getId())
                .timerWithDuration("P2D")
                .endEvent("EndEvent_NotApproved_" + process.getId())
                .name("Not approved in time")
                .done();
    }

    @Test
    void whatNobodyApprovesInTimeIsNotDone() {
        asks(MemberDoor.API, "BLOCK", Map.of());
        wait(Duration.ofDays(2).plusMinutes(1));
        fireTimers();
        assertThat(waitingProcesses(id)).isZero();
        assertThat(status(wallet, ben)).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @EnumSource
    void theChangeWaitsForTheApprovalAndIsMadeInTheNameOfWhoAsked(MemberDoor door) {
        asks(door, "SET_ROLE", Map.of("role", "WORKSPACE_REVIEWER", "miniPrograms", List.of()));
        assertThat(row(wallet, ben).path("role").asText()).isEqualTo("WORKSPACE_OPERATOR");
        approve();
        assertThat(row(wallet, ben).path("role").asText()).isEqualTo("WORKSPACE_REVIEWER");
        asks(door, "BLOCK", Map.of());
        assertThat(status(wallet, ben)).isEqualTo("ACTIVE");
        approve();
        assertThat(status(wallet, ben)).isEqualTo("INACTIVE");
        asks(door, "UNBLOCK", Map.of());
        approve();
        asks(door, "DELETE", Map.of());
        approve();
        assertThat(status(wallet, ben)).isEqualTo("not on the list");
        sendMails();
        assertThat(mails(ben)).hasSize(5);
        assertThat(get(wallet.admin(), wallet.path() + "/history?member=" + id)
                        .body()
                        .path("items")
                        .findValuesAsText("actor"))
                .startsWith(
                        wallet.admin().email(),
                        OPERATOR.email(),
                        wallet.admin().email(),
                        OPERATOR.email(),
                        wallet.admin().email(),
                        OPERATOR.email(),
                        wallet.admin().email(),
                        OPERATOR.email());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotAllowedIsRefusedAtOnceAndNotAfterTheApproval(MemberDoor door) {
        inVain(400, () -> door.act(this, wallet.admin(), wallet.id(), id, "SET_ROLE", Map.of("role", "KING")));
        inVain(409, () -> door.act(this, wallet.admin(), wallet.id(), id, "UNBLOCK", Map.of()));
        Person stranger = workspace("TENANT").admin();
        inVain(404, () -> door.act(this, stranger, wallet.id(), id, "BLOCK", Map.of()));
    }

    @ParameterizedTest
    @EnumSource
    void anApprovalOfWhatIsNoLongerAllowedChangesNothing(MemberDoor door) {
        asks(door, "BLOCK", Map.of());
        jdbc.sql("update member set status = 'INACTIVE' where email = ?")
                .param(wallet.admin().email())
                .update();
        Answer refused = post(OPERATOR, "/engine-rest/task/" + task(id) + "/complete", AnswerDoor.body(true));
        assertThat(refused.status()).isEqualTo(403);
        assertIsProblem(refused);
        assertThat(jdbc.sql("select status from member where email = ?")
                        .param(ben)
                        .query(String.class)
                        .single())
                .isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @EnumSource
    void anotherAdminAnswersAndNeitherWhoAskedNorTheMember(AnswerDoor door) {
        Person cleo = anotherAdmin();
        asks(MemberDoor.API, "SET_ROLE", Map.of("role", "WORKSPACE_REVIEWER", "miniPrograms", List.of()));
        JsonNode waiting = get(cleo, wallet.path() + "/approvals").body().at("/items/0");
        assertThat(waiting.path("action").asText()).isEqualTo("SET_ROLE");
        assertThat(waiting.path("newRole").asText()).isEqualTo("WORKSPACE_REVIEWER");
        assertThat(waiting.at("/target/role").asText()).isEqualTo("WORKSPACE_OPERATOR");
        assertThat(waiting.at("/requestedBy/email").asText())
                .isEqualTo(wallet.admin().email());
        assertThat(Instant.parse(waiting.path("until").asText()))
                .isCloseTo(
                        Instant.parse(waiting.path("since").asText()).plus(Duration.ofDays(2)),
                        within(5, ChronoUnit.SECONDS));
        inVain(409, () -> door.answer(this, wallet.admin(), wallet.id(), task(id), true));
        assertThat(door.answer(this, cleo, wallet.id(), task(id), true).status())
                .isEqualTo(204);
        assertThat(row(wallet, ben).path("role").asText()).isEqualTo("WORKSPACE_REVIEWER");
        assertThat(get(cleo, wallet.path() + "/history?member=" + id)
                        .body()
                        .path("items")
                        .findValuesAsText("action"))
                .startsWith("SET_ROLE", "APPROVE");

        String other = row(wallet, cleo.email()).path("id").asText();
        post(wallet.admin(), wallet.path() + "/members/" + other + "/block", null);
        Answer own = inVain(409, () -> door.answer(this, cleo, wallet.id(), task(other), false));
        assertThat(own.type()).isEqualTo("urn:roster:problem:own-membership");
        assertThat(door.answer(this, OPERATOR, wallet.id(), task(other), false).status())
                .isEqualTo(204);
        assertThat(status(wallet, cleo.email())).isEqualTo("ACTIVE");
        assertThat(waitingProcesses(other)).isZero();
    }

    private Person anotherAdmin() {
        String email = address();
        invite(wallet, email, "WORKSPACE_ADMIN");
        sendMails();
        return join(email);
    }

    private String task(String member) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(member)
                .singleResult()
                .getId();
    }

    private void asks(MemberDoor door, String action, Map<String, ?> input) {
        Answer asked = door.act(this, wallet.admin(), wallet.id(), id, action, input);
        assertThat(asked.status()).as(asked.text()).isEqualTo(door == MemberDoor.API ? 202 : 200);
    }

    /** By a platform operator, who could not ask for the change. */
    private void approve() {
        assertThat(post(OPERATOR, "/engine-rest/task/" + task(id) + "/complete", AnswerDoor.body(true))
                        .status())
                .isEqualTo(204);
    }
}
