package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What other people's engines stumbled over: settings, leftovers, identities, and a job that fails while its process ends; run on each database. */
abstract class EngineStory extends FaultsStory {

    @Autowired
    private HistoryService history;

    @Autowired
    private DataSource database;

    @Autowired
    private Environment environment;

    @Autowired
    private JavaMailSenderImpl sender;

    private Workspace wallet;
    private String ben;
    private String id;

    @BeforeEach
    void invite() {
        wallet = workspace("TENANT");
        ben = address();
        id = invite(wallet, ben, "WORKSPACE_OPERATOR").id();
    }

    @Test
    void theEngineSeesWhatIsCommittedAndNamesThingsUniquely() throws SQLException {
        var engineSettings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(engineSettings.getSkipIsolationLevelCheck()).isFalse();
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            String product = connection.getMetaData().getDatabaseProductVersion();
            assertThat(Double.parseDouble(product.replaceFirst("^(\\d+\\.\\d+).*$", "$1")))
                    .isGreaterThanOrEqualTo(connection.getMetaData().getURL().startsWith("jdbc:h2") ? 2.3 : 15);
        }
        assertThat(UUID.fromString(process().getId())).hasToString(process().getId());
    }

    /** Other stories have engines in the same process, each on a database of its own. */
    @Test
    void theEngineOfAContextIsNoOthers() {
        assertThat(ProcessEngines.getProcessEngine(engine.getName())).isSameAs(engine);
        assertThat(engine.getName()).isNotEqualTo(ProcessEngines.NAME_DEFAULT);
    }

    @Test
    void everyJobAndAsManyCallersHaveAConnection() throws SQLException {
        int jobs = environment.getProperty("camunda.bpm.job-execution.max-pool-size", Integer.class, 10);
        assertThat(database.unwrap(HikariDataSource.class).getMaximumPoolSize()).isGreaterThanOrEqualTo(2 * jobs);
    }

    /** Browsers ask many things at once, and what each of them leaves in the session meets what the others leave. */
    @Test
    void whatAPageAsksAtOnceRightAfterSigningInIsAllAnswered() throws Exception {
        for (int round = 0; round < 5; round++) {
            String session = signedIn(OPERATOR);
            String page = "/camunda/app/cockpit/" + engine.getName() + "/";
            List<Answer> answers = atOnce(
                    Collections.nCopies(12, () -> send(request(NOBODY, page).header("Cookie", session))));
            assertThat(answers).extracting(Answer::status).containsOnly(200);
        }
    }

    /** Whoever chooses a business key reaches nobody else's process with it, and their own has a key of its own. */
    @Test
    void noBusinessKeyIsThatOfTwoInvitations() {
        inVain(400, () -> start(id));
        String chosen = UUID.randomUUID().toString();
        var keys = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            Answer started = start(chosen);
            assertThat(started.status()).as(started.text()).isEqualTo(200);
            keys.add(runtime.createProcessInstanceQuery()
                    .processInstanceId(started.id())
                    .singleResult()
                    .getBusinessKey());
        }
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(waitingProcesses(id)).isEqualTo(1);
    }

    private Answer start(String businessKey) {
        var start = new LinkedHashMap<String, Object>(
                Door.ENGINE.body(wallet.id(), input(address(), "WORKSPACE_OPERATOR")));
        start.put("businessKey", businessKey);
        return post(wallet.admin(), Door.START, start);
    }

    @Test
    void aMessageTellsWhatItReachedAsTheEngineDescribesIt() {
        Answer withdrawn = post(
                wallet.admin(),
                "/engine-rest/message",
                Map.of("messageName", "WithdrawInvitation", "businessKey", id, "resultEnabled", true));
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(withdrawn.body().get(0).path("resultType").asText()).isEqualTo("Execution");
    }

    @Test
    void aFailingMailThatMeetsAWithdrawalLeavesNothing() throws Exception {
        sender.setPort(1);
        try {
            for (int round = 0; round < 5; round++) {
                String each = round == 0
                        ? id
                        : invite(wallet, address(), "WORKSPACE_OPERATOR").id();
                Job job = management
                        .createJobQuery()
                        .messages()
                        .processInstanceId(process(each).getId())
                        .singleResult();
                List<Object> answers = atOnce(List.of(
                        () -> fails(job.getId()),
                        () -> Door.API
                                .act(this, wallet.admin(), wallet.id(), each, "withdraw")
                                .status()));
                assertThat(answers.get(1)).isEqualTo(204);
                assertThat(waitingProcesses(each)).isZero();
                assertThat(management.createJobQuery().jobId(job.getId()).count())
                        .isZero();
            }
        } finally {
            sender.setPort(SMTP.getSmtp().getPort());
        }
        assertThat(runtime.createIncidentQuery().tenantIdIn(wallet.id()).count())
                .isZero();
    }

    private boolean fails(String job) {
        try {
            management.executeJob(job);
            return false;
        } catch (RuntimeException expected) {
            return true;
        }
    }

    @Test
    void theCleanUpOfTheNightLeavesNothingOfWhatEndedHalfAYearAgo() {
        String ended = process().getId();
        String running =
                process(invite(wallet, address(), "WORKSPACE_OPERATOR").id()).getId();
        aFailedTryLeavesItsStackTrace();
        join(ben);
        assertThat(traces(ended))
                .containsKeys("ACT_HI_PROCINST", "ACT_HI_ACTINST", "ACT_HI_JOB_LOG", "ACT_GE_BYTEARRAY")
                .allSatisfy((table, rows) -> assertThat(table).doesNotStartWith("ACT_RU_"));
        var before = traces(running);
        assertThat(before).containsKeys("ACT_RU_EXECUTION", "ACT_HI_PROCINST", "ACT_GE_BYTEARRAY");
        wait(Duration.ofDays(181));
        history.cleanUpHistoryAsync(true);
        for (int run = 0; run < 20 && !traces(ended).isEmpty(); run++) {
            history.findHistoryCleanupJobs().forEach(job -> management.executeJob(job.getId()));
        }
        assertThat(traces(ended)).isEmpty();
        assertThat(traces(running)).isEqualTo(before);
        assertThat(status(wallet, ben)).isEqualTo("ACTIVE");
        assertThat(get(wallet.admin(), wallet.path() + "/history").body().path("items"))
                .hasSize(5);
        assertThat(environment.getProperty(
                        "camunda.bpm.generic-properties.properties.history-cleanup-batch-window-start-time"))
                .isNotEmpty();
    }

    private void aFailedTryLeavesItsStackTrace() {
        sender.setPort(1);
        try {
            sendMails();
        } finally {
            sender.setPort(SMTP.getSmtp().getPort());
        }
        wait(Duration.ofMinutes(2));
        sendMails();
    }

    /** How many rows of this instance stand in each of the engine's tables; not those that have none. */
    private Map<String, Long> traces(String instance) {
        var traces = new TreeMap<String, Long>();
        jdbc.sql("""
                        select upper(table_name) as tab, upper(column_name) as col from information_schema.columns
                        where upper(table_name) like 'ACT\\_%' escape '\\'
                            and upper(column_name) in ('PROC_INST_ID_', 'PROCESS_INSTANCE_ID_', 'ROOT_PROC_INST_ID_')""")
                .query((row, number) -> Map.entry(row.getString("tab"), row.getString("col")))
                .list()
                .forEach(column ->
                        traces.merge(column.getKey(), rows(column.getKey(), column.getValue(), instance), Math::max));
        traces.values().removeIf(rows -> rows == 0);
        return traces;
    }

    private long rows(String table, String column, String instance) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
                .param(instance)
                .query(Long.class)
                .single();
    }

    private ProcessInstance process() {
        return process(id);
    }

    private ProcessInstance process(String invitation) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(invitation)
                .singleResult();
    }
}
