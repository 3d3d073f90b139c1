package roster.member;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roster.diagram.Drawing;

/** The drawing alone, on the engine, with tasks that do nothing: the change comes first, the notice behind a commit, and nothing is left untravelled. */
class MemberDiagramTest {

    /** Leaves its picture in {@code target/process-test-coverage}; a static field, for only so it sees the class as a whole. */
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ProcessEngineCoverageExtension.builder(Drawing.engine(
                    "member-diagram",
                    List.of("blockMember", "unblockMember", "deleteMember", "setMemberRole", "notifyMember")))
            .assertClassCoverageAtLeast(1)
            .build();

    private static ProcessEngine engine;

    @BeforeAll
    static void deploy() {
        engine = COVERAGE.getProcessEngine();
        BpmnAwareTests.init(engine);
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "member.bpmn",
                        Bpmn.readModelFromFile(Path.of("bpmn", "member.bpmn").toFile()))
                .deploy();
    }

    @AfterAll
    static void close() {
        BpmnAwareTests.reset();
        engine.close();
    }

    @ParameterizedTest
    @CsvSource({
        "block-member, ServiceTask_BlockMember, ServiceTask_NotifyMemberBlocked, EndEvent_MemberBlocked",
        "unblock-member, ServiceTask_UnblockMember, ServiceTask_NotifyMemberUnblocked, EndEvent_MemberUnblocked",
        "delete-member, ServiceTask_DeleteMember, ServiceTask_NotifyMemberDeleted, EndEvent_MemberDeleted",
        "set-member-role, ServiceTask_SetMemberRole, ServiceTask_NotifyRoleSet, EndEvent_RoleSet"
    })
    void changesAtOnceAndNotifiesBehindTheCommit(String process, String change, String notice, String end) {
        ProcessInstance instance = engine.getRuntimeService().startProcessInstanceByKey(process);
        assertThat(instance).hasPassed(change).isWaitingAt(notice);
        execute(job());
        assertThat(instance).isEnded().hasPassed(end);
    }
}
