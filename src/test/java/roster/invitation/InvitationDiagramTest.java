package roster.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import roster.diagram.Drawing;

/** The drawing alone, on the engine, with tasks that do nothing: which way each event leads, and that no element or flow is left untravelled. */
class InvitationDiagramTest {

    private static final Path DIAGRAM = Path.of("bpmn", "invitation.bpmn");
    private static final Map<String, Instant> EXPIRIES = new HashMap<>();

    /** Leaves its picture in {@code target/process-test-coverage}; a static field, for only so it sees the class as a whole. */
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ProcessEngineCoverageExtension.builder(configuration())
            .assertClassCoverageAtLeast(1)
            .build();

    private static ProcessEngine engine;

    private static ProcessEngineConfiguration configuration() {
        var configuration = Drawing.engine(
                "diagram",
                List.of(
                        "registerInvitation",
                        "sendInvitation",
                        "createMember",
                        "expireInvitation",
                        "renewInvitation",
                        "withdrawInvitation"));
        configuration.getCustomPostBPMNParseListeners().add(new ExpiryFromDiagram(EXPIRIES::put));
        return configuration;
    }

    @BeforeAll
    static void deploy() {
        engine = COVERAGE.getProcessEngine();
        BpmnAwareTests.init(engine);
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("invitation.bpmn", Bpmn.readModelFromFile(DIAGRAM.toFile()))
                .deploy();
    }

    @AfterAll
    static void close() {
        BpmnAwareTests.reset();
        engine.close();
    }

    @Test
    void aLiveInvitationCannotBeResent() {
        ProcessInstance invitation = start();
        executeJob(invitation, "ServiceTask_SendInvitation");
        assertThatThrownBy(() -> correlate(invitation, "ResendInvitation")).hasMessageContaining("ResendInvitation");
        assertThat(invitation).isWaitingAt("CatchEvent_InvitationAccepted");
        correlate(invitation, "WithdrawInvitation");
    }

    @Test
    void theDueDateOfTheTimerIsTheExpiryAlsoAfterAResend() {
        ProcessInstance invitation = start();
        assertThat(EXPIRIES.get(invitation.getBusinessKey()))
                .isEqualTo(timerOf(invitation).toInstant());

        executeJob(invitation, "BoundaryEvent_ThreeDaysOver");
        EXPIRIES.clear();
        correlate(invitation, "ResendInvitation");
        assertThat(EXPIRIES.get(invitation.getBusinessKey()))
                .isEqualTo(timerOf(invitation).toInstant());
        correlate(invitation, "WithdrawInvitation");
    }

    @Test
    void theThreeDaysRunFromTheRequest() {
        Date before = new Date();
        ProcessInstance invitation = start();
        Date due = timerOf(invitation);
        assertThat(due.toInstant())
                .isBetween(
                        before.toInstant().plus(Duration.ofDays(3)),
                        new Date().toInstant().plus(Duration.ofDays(3)));
        correlate(invitation, "WithdrawInvitation");
    }

    @Test
    void anInvitationIsAcceptedAfterSending() {
        ProcessInstance invitation = start();
        assertThat(invitation).isWaitingAt("ServiceTask_SendInvitation");
        executeJob(invitation, "ServiceTask_SendInvitation");
        correlate(invitation, "AcceptInvitation");
        assertThat(invitation).isEnded().hasPassed("EndEvent_MemberJoined");
    }

    @Test
    void anExpiredInvitationIsResentAndAccepted() {
        ProcessInstance invitation = start();
        executeJob(invitation, "ServiceTask_SendInvitation");
        executeJob(invitation, "BoundaryEvent_ThreeDaysOver");
        correlate(invitation, "ResendInvitation");
        executeJob(invitation, "ServiceTask_SendInvitation");
        correlate(invitation, "AcceptInvitation");
        assertThat(invitation).isEnded().hasPassed("ServiceTask_RenewInvitation", "EndEvent_MemberJoined");
    }

    @Test
    void anInvitationIsWithdrawnBeforeTheMailGoesOut() {
        ProcessInstance invitation = start();
        correlate(invitation, "WithdrawInvitation");
        assertThat(invitation)
                .isEnded()
                .hasPassed("EndEvent_InvitationWithdrawn")
                .hasNotPassed("ServiceTask_SendInvitation");
    }

    @Test
    void anInvitationExpiresWhenTheInviterIsNoLongerAdminAndIsWithdrawn() {
        ProcessInstance invitation = start();
        correlate(invitation, "InviterNoLongerAdmin");
        correlate(invitation, "WithdrawInvitation");
        assertThat(invitation)
                .isEnded()
                .hasPassedInOrder("ServiceTask_ExpireInvitation", "EndEvent_InvitationWithdrawn");
    }

    private ProcessInstance start() {
        String key = UUID.randomUUID().toString();
        return engine.getRuntimeService().startProcessInstanceByKey("invitation", key, Map.of());
    }

    private void correlate(ProcessInstance invitation, String message) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(invitation.getBusinessKey())
                .correlate();
    }

    private Date timerOf(ProcessInstance invitation) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(invitation.getId())
                .timers()
                .singleResult()
                .getDuedate();
    }

    private void executeJob(ProcessInstance invitation, String activity) {
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(invitation.getId())
                .activityId(activity)
                .singleResult();
        engine.getManagementService().executeJob(job.getId());
    }
}
