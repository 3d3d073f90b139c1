package roster.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import roster.member.MemberStatus;

/** Invitations of several workspaces that are over at the same time, with the job executor as it runs in a Roster. */
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
abstract class ManyExpiriesStory extends FaultsStory {

    private static final int EACH = 20;

    @Autowired
    JobExecutor executor;

    @Autowired
    CamundaBpmProperties properties;

    /** Until the story wants it. */
    @BeforeEach
    void rest() {
        executor.shutdown();
    }

    @Test
    void theJobExecutorIsOursAndSetAsTheEnginesOwnWouldBe() {
        assertThat(executor.getClass().getSimpleName()).isEqualTo("TimerGroups");
        var settings = properties.getJobExecution();
        assertThat(executor.getLockTimeInMillis()).isEqualTo(settings.getLockTimeInMillis());
        assertThat(executor.getMaxWait()).isEqualTo(settings.getMaxWait());
        assertThat(executor.getMaxJobsPerAcquisition()).isEqualTo(settings.getMaxJobsPerAcquisition());
        assertThat(executor.getRejectedJobsHandler()).isNotNull();
    }

    @Test
    void invitationsExpireTogetherAndOneThatCannotStopsNoOther() {
        Workspace wallet = workspace("TENANT");
        Workspace shop = workspace("TENANT");
        List<String> invited = Stream.generate(() -> List.of(wallet, shop))
                .limit(EACH)
                .flatMap(List::stream)
                .map(workspace ->
                        invite(workspace, address(), "WORKSPACE_OPERATOR").id())
                .toList();
        sendMails();
        // Not an invitation any more, and so nothing that can expire
        String broken = invited.get(EACH);
        setStatus(broken, MemberStatus.INACTIVE);

        wait(Duration.ofDays(4));
        fire();
        assertThat(invited.stream().filter(id -> !id.equals(broken)).map(this::storedStatus))
                .containsOnly("INVITATION_EXPIRED");
        assertThat(management.createJobQuery().timers().withException().list())
                .extracting(this::invitation)
                .containsExactly(broken);

        setStatus(broken, MemberStatus.INVITATION_SENT);
        wait(Duration.ofDays(5));
        fire();
        assertThat(storedStatus(broken)).isEqualTo("INVITATION_EXPIRED");
        new Invariants(jdbc).hold(List.of(wallet.id(), shop.id()));
    }

    private void fire() {
        executor.start();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> management.createJobQuery().timers().executable().count() == 0);
        executor.shutdown();
    }

    private void setStatus(String id, MemberStatus status) {
        jdbc.sql("update member set status = ? where id = ?")
                .params(status.name(), UUID.fromString(id))
                .update();
    }

    private String invitation(Job timer) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(timer.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }
}
