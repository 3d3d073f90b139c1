package roster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The job executor on an engine with nothing of ours. */
class TimerGroupTest {

    private static final int AT_ONCE = 16;
    private static final String DATABASE = "jdbc:h2:mem:timer-groups";

    /** What the task of every process does: it notes for which process, in which transaction, and breaks where it is told to. */
    public static final class Work {

        private final Set<CommandContext> transactions =
                Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private final List<String> tries = Collections.synchronizedList(new ArrayList<>());

        public void of(DelegateExecution execution) {
            transactions.add(Context.getCommandContext());
            threads.add(Thread.currentThread());
            tries.add(execution.getProcessInstanceId());
            if (execution.hasVariable("broken")) {
                throw new IllegalStateException("Broken on purpose");
            }
        }
    }

    private final Work work = new Work();
    private final TimerGroups executor = new TimerGroups(
            new GroupedTimers(Set.of("example", "called")),
            JdbcClient.create(new DriverManagerDataSource(DATABASE, "sa", "")));
    private final ProcessEngine engine = engine();
    private final ManagementService management = engine.getManagementService();

    private ProcessEngine engine() {
        executor.setMaxJobsPerAcquisition(AT_ONCE);
        executor.setTaskExecutor(new SimpleAsyncTaskExecutor());
        var settings = new StandaloneInMemProcessEngineConfiguration();
        settings.setJdbcUrl(DATABASE);
        settings.setProcessEngineName("timer-groups");
        settings.setBeans(Map.of("work", work));
        settings.setJobExecutor(executor);
        settings.setJobExecutorActivate(false);
        return settings.buildProcessEngine();
    }

    @AfterEach
    void close() {
        executor.shutdown();
        engine.close();
    }

    @Test
    void timersThatAreDueTogetherFireInOneTransaction() {
        deploy(due(start()), false);
        run(2 * AT_ONCE);
        assertThat(work.transactions).hasSize(2);
        assertThat(work.tries).hasSize(2 * AT_ONCE).doesNotHaveDuplicates();
    }

    @Test
    void aTimerThatFailsStopsNoOther() {
        deploy(due(start()), false);
        String broken = engine.getRuntimeService()
                .startProcessInstanceByKey("example", Map.of("broken", true))
                .getId();
        run(AT_ONCE - 1);
        Job left = management.createJobQuery().singleResult();
        assertThat(left.getProcessInstanceId()).isEqualTo(broken);
        assertThat(left.getRetries()).as("retries").isZero();
        assertThat(Collections.frequency(work.tries, broken))
                .as("three of its own, and one with the others that does not count")
                .isEqualTo(4);
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isEqualTo(1);
    }

    /** Such as mails. */
    @Test
    void whatElseIsDueRunsByItself() {
        deploy(start(), true);
        run(AT_ONCE);
        assertThat(work.transactions).hasSize(AT_ONCE);
    }

    /** Such as the notice of an expiry. */
    @Test
    void whatComesOfTimersRunsByItself() {
        deploy(due(start()), true);
        run(AT_ONCE);
        assertThat(work.transactions).hasSize(AT_ONCE);
    }

    @Test
    void timersOfOneProcessFireOneByOne() {
        var fork = start().parallelGateway("fork");
        var task = task(due(fork), false);
        deploy(due(task.moveToNode("fork")), false);
        run(1);
        assertThat(work.tries).hasSize(2);
        assertThat(work.transactions).hasSize(2);
    }

    /** In the order of their business keys. */
    @ParameterizedTest
    @ValueSource(strings = {"before that of what it calls", "then the caller's"})
    void aTimerOfWhatAnotherHasEndedDoesNotFire(String caller) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "called.bpmn",
                        task(
                                        due(Bpmn.createExecutableProcess("called")
                                                .camundaHistoryTimeToLive(1)
                                                .startEvent()),
                                        false)
                                .done())
                .deploy();
        var call = start().callActivity("call").calledElement("called").camundaInBusinessKey("called");
        deploy(call.boundaryEvent().timerWithDuration("PT0S"), false);
        engine.getRuntimeService().startProcessInstanceByKey("example", caller);
        run(0);
        assertThat(work.tries).hasSize(1);
        assertThat(work.transactions).hasSize(1);
    }

    /** Otherwise many mails would wait behind one another while their locks run out. */
    @Test
    void whatComesOfTimersOfABrokenGroupIsForAnyThread() {
        deploy(due(start()).serviceTask().camundaExpression("${work.of(execution)}"), true);
        engine.getRuntimeService().startProcessInstanceByKey("example", Map.of("broken", true));
        run(AT_ONCE - 1);
        assertThat(work.threads)
                .as("of the group, of two more tries of the broken one, of what comes of the others")
                .hasSize(1 + 2 + AT_ONCE - 1);
    }

    private static AbstractFlowNodeBuilder<?, ?> start() {
        return Bpmn.createExecutableProcess("example")
                .camundaHistoryTimeToLive(1)
                .startEvent();
    }

    private static AbstractFlowNodeBuilder<?, ?> due(AbstractFlowNodeBuilder<?, ?> before) {
        return before.intermediateCatchEvent().timerWithDuration("PT0S");
    }

    private static AbstractFlowNodeBuilder<?, ?> task(AbstractFlowNodeBuilder<?, ?> before, boolean isJob) {
        return before.serviceTask()
                .camundaExpression("${work.of(execution)}")
                .camundaAsyncBefore(isJob)
                .endEvent();
    }

    private void deploy(AbstractFlowNodeBuilder<?, ?> before, boolean isJob) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("example.bpmn", task(before, isJob).done())
                .deploy();
    }

    private void run(int processes) {
        IntStream.range(0, processes).forEach(i -> engine.getRuntimeService().startProcessInstanceByKey("example"));
        executor.start();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> management.createJobQuery().withRetriesLeft().count() == 0);
    }
}
