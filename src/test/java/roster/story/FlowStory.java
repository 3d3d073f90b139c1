package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What happened to invitations and other processes, in numbers; run on each database. */
abstract class FlowStory extends Story {

    @Autowired
    List<ScheduledTaskHolder> scheduled;

    @Autowired
    ConfigurableListableBeanFactory beans;

    private Workspace wallet;

    @BeforeEach
    void open() {
        wallet = workspace("TENANT");
    }

    @Test
    void everyInvitationIsCountedOnceByWhatBecameOfIt() {
        tellTheStory();
        JsonNode figures = flow("role=WORKSPACE_OPERATOR").path("invitations");
        assertThat(figures(figures))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "requested",
                        5L,
                        "open",
                        0L,
                        "accepted",
                        3L,
                        "expired",
                        1L,
                        "overdue",
                        0L,
                        "withdrawn",
                        1L,
                        "mailsFailed",
                        0L));
        assertAbout(figures.path("medianTimeToAccept"), Duration.ofHours(2));
        assertAbout(figures.path("p90TimeToAccept"), Duration.ofHours(4));

        assertThat(figures(flow("role=WORKSPACE_REVIEWER").path("invitations")))
                .containsEntry("requested", 1L)
                .containsEntry("open", 1L);
        assertThat(figures(flow("").path("invitations")))
                .as("with the first admin")
                .containsEntry("requested", 7L)
                .containsEntry("accepted", 4L);
    }

    @Test
    void everyElementSaysHowManyWaitPassedAndEndedThereWithEachPassOfALoop() {
        tellTheStory();
        assertThat(elements(flow("role=WORKSPACE_OPERATOR")))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("StartEvent_InvitationRequested", "0 5 0"),
                        Map.entry("ServiceTask_RegisterInvitation", "0 5 0"),
                        Map.entry("SubProcess_InvitationOpen", "0 3 0"),
                        Map.entry("StartEvent_InvitationOpened", "0 6 0"),
                        Map.entry("ServiceTask_SendInvitation", "0 6 0"),
                        Map.entry("CatchEvent_InvitationAccepted", "0 3 0"),
                        Map.entry("EndEvent_InvitationAnswered", "0 3 0"),
                        Map.entry("ServiceTask_CreateMember", "0 3 0"),
                        Map.entry("EndEvent_MemberJoined", "0 0 3"),
                        Map.entry("BoundaryEvent_ThreeDaysOver", "0 2 0"),
                        Map.entry("BoundaryEvent_InviterNoLongerAdmin", "0 0 0"),
                        Map.entry("BoundaryEvent_WithdrawOpen", "0 1 0"),
                        Map.entry("ServiceTask_ExpireInvitation", "0 2 0"),
                        Map.entry("Gateway_InvitationExpired", "1 1 0"),
                        Map.entry("CatchEvent_Resend", "0 1 0"),
                        Map.entry("ServiceTask_RenewInvitation", "0 1 0"),
                        Map.entry("CatchEvent_Withdraw", "0 0 0"),
                        Map.entry("ServiceTask_WithdrawInvitation", "0 1 0"),
                        Map.entry("EndEvent_InvitationWithdrawn", "0 0 1")));
        assertThat(elements(flow("role=WORKSPACE_REVIEWER")))
                .as("a mail that is not sent yet")
                .containsEntry("ServiceTask_SendInvitation", "1 0 0");
        assertThat(flow("").path("formerElements")).isEmpty();
    }

    @Test
    void theNumbersAreTheSameBeforeAndAfterSummingUpAndWhenTheEnginesHistoryIsGone() {
        tellTheStory();
        ObjectNode before = flow("");
        sumUp();
        assertThat(rows("flow_ended")).isZero();
        assertThat(flow("")).isEqualTo(before);

        var history = engine.getHistoryService();
        history.createHistoricProcessInstanceQuery().tenantIdIn(wallet.id()).finished().list().stream()
                .map(ended -> ended.getId())
                .forEach(history::deleteHistoricProcessInstance);
        assertThat(flow("")).isEqualTo(before);
    }

    @Test
    void whatEndedWhenNobodyTookNoteIsFoundAtTheNextStart() {
        String ben = address();
        invite(wallet, ben, "WORKSPACE_OPERATOR");
        sendMails();
        join(ben);
        ObjectNode before = flow("");
        jdbc.sql("delete from flow_ended").update();
        jdbc.sql("delete from flow_summed").update();
        assertThat(flow("")).isNotEqualTo(before);
        anotherStart();
        assertThat(flow("")).isEqualTo(before);
    }

    @Test
    void anInvitationWhoseTimerIsLateHasExpiredByTheClockAsOnTheMemberList() {
        String ben = address();
        invite(wallet, ben, "WORKSPACE_OPERATOR");
        sendMails();
        wait(Duration.ofDays(3).plusSeconds(1));
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_EXPIRED");
        ObjectNode late = flow("role=WORKSPACE_OPERATOR");
        assertThat(figures(late.path("invitations")))
                .containsEntry("open", 0L)
                .containsEntry("expired", 1L)
                .containsEntry("overdue", 1L);
        assertThat(elements(late)).containsEntry("CatchEvent_InvitationAccepted", "1 0 0");
        fireTimers();
        assertThat(figures(flow("role=WORKSPACE_OPERATOR").path("invitations")))
                .containsEntry("expired", 1L)
                .containsEntry("overdue", 0L);
    }

    @Test
    void aMailThatWasGivenUpCounts() {
        invite(wallet, address(), "WORKSPACE_OPERATOR");
        management
                .createJobQuery()
                .messages()
                .tenantIdIn(wallet.id())
                .list()
                .forEach(job -> management.setJobRetries(job.getId(), 0));
        assertThat(figures(flow("").path("invitations"))).containsEntry("mailsFailed", 1L);
    }

    @Test
    void aPeriodIsOfRequestsFromAMomentUntilBeforeAnother() {
        Instant first = ClockUtil.getCurrentTime().toInstant().minus(1, ChronoUnit.MINUTES);
        String ben = address();
        invite(wallet, ben, "WORKSPACE_OPERATOR");
        sendMails();
        wait(Duration.ofDays(2));
        Instant second = ClockUtil.getCurrentTime().toInstant();
        invite(wallet, address(), "WORKSPACE_OPERATOR");
        join(ben);
        String operators = "role=WORKSPACE_OPERATOR&";
        for (int time = 0; time < 2; time++) {
            assertThat(requested(operators + "from=" + first + "&to=" + second)).isEqualTo(1);
            assertThat(requested(operators + "from=" + second)).isEqualTo(1);
            assertThat(requested(operators + "to=" + first)).isZero();
            LocalDate today = second.atZone(ZoneOffset.UTC).toLocalDate();
            assertThat(requested(operators + "from=" + today + "&to=" + today)).isEqualTo(1);
            assertThat(requested(operators + "from=" + today.minusDays(3) + "&to=" + today))
                    .isEqualTo(2);
            assertThat(flow("from=" + today).path("from").asText()).isEqualTo(today + "T00:00:00Z");
            sumUp();
        }
    }

    @Test
    void processesThatChangeMembersHaveElementsAlone() {
        String ben = address();
        invite(wallet, ben, "WORKSPACE_OPERATOR");
        sendMails();
        join(ben);
        String id = row(wallet, ben).path("id").asText();
        post(wallet.admin(), wallet.path() + "/members/" + id + "/block", null);
        ObjectNode waits = flow("process=block-member");
        assertThat(waits.has("invitations")).isFalse();
        assertThat(elements(waits))
                .containsEntry("ServiceTask_BlockMember", "0 1 0")
                .containsEntry("ServiceTask_NotifyMemberBlocked", "1 0 0")
                .hasSize(4);
        sendMails();
        for (int time = 0; time < 2; time++) {
            assertThat(elements(flow("process=block-member&role=WORKSPACE_OPERATOR")))
                    .containsEntry("ServiceTask_NotifyMemberBlocked", "0 1 0");
            assertThat(elements(flow("process=block-member&role=WORKSPACE_REVIEWER"))
                            .values())
                    .containsOnly("0 0 0");
            sumUp();
        }
    }

    @Test
    void elementsThatTheNewestDiagramHasNoMoreStandApart() {
        invite(wallet, address(), "WORKSPACE_OPERATOR");
        var repository = engine.getRepositoryService();
        var model = repository.getBpmnModelInstance(newestInvitation().getId());
        String changed = org.camunda.bpm.model.bpmn.Bpmn.convertToString(model)
                .replace("StartEvent_InvitationOpened", "StartEvent_Begun");
        var newer = repository
                .createDeployment()
                .addString("invitation.bpmn", changed)
                .deploy();
        try {
            ObjectNode flow = flow("role=WORKSPACE_OPERATOR");
            assertThat(flow.path("version").asInt()).isGreaterThan(1);
            assertThat(elements(flow))
                    .containsEntry("StartEvent_Begun", "0 0 0")
                    .doesNotContainKey("StartEvent_InvitationOpened");
            JsonNode former = flow.path("formerElements").path(0);
            assertThat(former.path("id").asText()).isEqualTo("StartEvent_InvitationOpened");
            assertThat(former.path("label").asText()).isEqualTo("Opened");
            assertThat(former.path("passed").asInt()).isEqualTo(1);
        } finally {
            repository.deleteDeployment(newer.getId(), true);
        }
    }

    @Test
    void adminsSeeTheirWorkspaceAndAnalystsAll() {
        invite(wallet, address(), "WORKSPACE_OPERATOR");
        Person other = workspace("TENANT").admin();
        String own = "/api/flow?workspace=" + wallet.id();
        assertThat(get(other, own).status()).isEqualTo(404);
        assertThat(get(other, "/api/flow").status()).isEqualTo(403);
        String path = "/api/accounts/" + other.email() + "/groups";
        send(OPERATOR, "PUT", path, Map.of("groups", List.of("process-analyst")));
        assertThat(get(other, own).body().path("invitations").path("requested").asInt())
                .isEqualTo(2);
        Answer all = get(other, "/api/flow");
        assertThat(all.body().path("invitations").path("requested").asInt()).isGreaterThan(2);
        assertThat(all.text()).doesNotContain("@");
        assertThat(get(other, "/api/flow?workspace=" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "process=payroll, process",
        "role=KING, role",
        "from=yesterday, from",
        "to=2026-02-30, to",
        "from=2026-02-02&to=2026-02-01, to",
        "from=%2B999999-01-01, from",
        "from=2026-01-01T00:00, from",
        "workspace=mine, workspace"
    })
    void aParameterThatIsWrongIsNamed(String query, String field) {
        Answer refused = get(OPERATOR, "/api/flow?" + query);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.fields()).containsExactly(field);
    }

    /** Of five, one joins after an hour, one after four, one two hours after a second mail; one is withdrawn and one expires. A sixth is on its way. */
    private void tellTheStory() {
        String quick = address();
        String slow = address();
        String second = address();
        List.of(quick, slow, second, address()).forEach(email -> invite(wallet, email, "WORKSPACE_OPERATOR"));
        Answer withdrawn = invite(wallet, address(), "WORKSPACE_OPERATOR");
        sendMails();
        wait(Duration.ofHours(1));
        join(quick);
        wait(Duration.ofHours(3));
        join(slow);
        act(withdrawn.id(), "withdraw");
        wait(Duration.ofDays(3));
        fireTimers();
        act(row(wallet, second).path("id").asText(), "resend");
        sendMails();
        wait(Duration.ofHours(2));
        join(second);
        invite(wallet, address(), "WORKSPACE_REVIEWER");
    }

    private void act(String invitation, String action) {
        Answer done = post(wallet.admin(), wallet.path() + "/invitations/" + invitation + "/" + action, null);
        assertThat(done.status()).as(done.text()).isBetween(200, 204);
    }

    /** As the admin of the workspace sees it, without the moment. */
    private ObjectNode flow(String query) {
        Answer flow = get(wallet.admin(), "/api/flow?workspace=" + wallet.id() + "&" + query);
        assertThat(flow.status()).as(flow.text()).isEqualTo(200);
        return ((ObjectNode) flow.body()).without("at");
    }

    private long requested(String query) {
        return flow(query).path("invitations").path("requested").asLong();
    }

    private static Map<String, Long> figures(JsonNode invitations) {
        var figures = new TreeMap<String, Long>();
        invitations.properties().stream()
                .filter(each -> each.getValue().isNumber())
                .forEach(each -> figures.put(each.getKey(), each.getValue().asLong()));
        return figures;
    }

    /** Waiting, passed and ended by element. */
    private static Map<String, String> elements(JsonNode flow) {
        var elements = new TreeMap<String, String>();
        flow.path("elements")
                .forEach(each -> elements.put(
                        each.path("id").asText(),
                        each.path("waiting").asText() + " "
                                + each.path("passed").asText() + " "
                                + each.path("ended").asText()));
        return elements;
    }

    private static void assertAbout(JsonNode duration, Duration expected) {
        assertThat(Duration.parse(duration.asText())).isBetween(expected, expected.plusMinutes(2));
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private void sumUp() {
        scheduled.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .filter(task -> task.toString().endsWith("SummingUp.sumUp"))
                .forEach(task -> task.getTask().getRunnable().run());
    }

    /** The part of a start that looks for what was forgotten. */
    private void anotherStart() {
        var bean = beans.createBean(beans.getType("summingUp"));
        sumUp();
        beans.destroyBean(bean);
    }
}
