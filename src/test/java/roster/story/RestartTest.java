package roster.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import roster.Roster;
import roster.mail.Outbox;

/** Roster as a new user starts it, with its job executor, stopped and started again on the same files. */
@ExtendWith({OutputCaptureExtension.class, OtherRosters.class})
class RestartTest {

    private static final Pattern PASSWORD =
            Pattern.compile("First platform operator: operator@localhost, password: (\\S+)");
    private static final Pattern LINK = Pattern.compile("/invitations/(\\S+)");
    private static final Pattern ROLLOUT = Pattern.compile("\"rollout\":\\{\"id\":\"([^\"]+)");
    private static final String ROLLOUTS = "/api/diagrams/invitation/rollouts";
    private static final String OPERATOR = "operator-password";
    private static final String NO_JOBS = "--camunda.bpm.job-execution.enabled=false";
    private static final Pattern TO_WORRY_ABOUT = Pattern.compile("(?m)^.*\\b(WARN|ERROR)\\b.*$");

    @Test
    void aPendingInvitationOutlivesARestart(CapturedOutput output) {
        // Relative, as the default is
        Path data = Path.of("target", "restart-" + UUID.randomUUID());
        String token;
        Date due;
        try (var roster = start(data)) {
            String password = found(PASSWORD, output.getAll());
            client(roster)
                    .post()
                    .uri("/api/workspaces")
                    .headers(headers -> headers.setBasicAuth("operator@localhost", password))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of(
                            "name", "Wallet",
                            "type", "TENANT",
                            "admin", Map.of("name", "Ada", "email", "ada@example.com")))
                    .retrieve()
                    .toBodilessEntity();
            token = found(LINK, mailed(roster).get(0).text());
            due = timerDue(roster);
            assertThat(TO_WORRY_ABOUT.matcher(output.getAll()).results().map(line -> line.group()))
                    .as("warnings of a first start")
                    .isEmpty();
        }
        int firstStart = output.getAll().length();

        try (var roster = start(data)) {
            assertThat(output.getAll().substring(firstStart)).doesNotContain("First platform operator");
            assertThat(waiting(roster)).isEqualTo(1);
            assertThat(timerDue(roster)).isEqualTo(due);
            assertThat(opened(roster, token)).contains("ada@example.com");
            client(roster)
                    .post()
                    .uri("/api/invitations/{token}/acceptance", token)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("name", "Ada", "password", "at least 8"))
                    .retrieve()
                    .toBodilessEntity();
            assertThat(waiting(roster)).isZero();
            assertThat(mailed(roster)).as("mails, none sent again").hasSize(1);
        }
    }

    /** The numbers of the flow would lack what another level does not keep. */
    @Test
    void anotherHistoryLevelThanThatOfTheDatabaseIsRefused() {
        Path data = Path.of("target", "restart-" + UUID.randomUUID());
        start(data).close();
        assertThatThrownBy(() -> start(data, "--camunda.bpm.history-level=audit"))
                .rootCause()
                .hasMessageContaining("historyLevel mismatch");
    }

    @Test
    void aRollOutThatANodeLeftHalfDoneIsFinishedAfterTheRestart() throws IOException {
        Path data = Path.of("target", "restart-" + UUID.randomUUID());
        String rollout;
        try (var roster = start(data, "--roster.operator.password=" + OPERATOR, NO_JOBS)) {
            for (String admin : List.of("ada@example.com", "ben@example.com", "cleo@example.com")) {
                post(roster, "/api/workspaces", workspaceOf(admin));
            }
            runOnce(
                    roster,
                    roster.getBean(ManagementService.class)
                            .createJobQuery()
                            .messages()
                            .list());
            String longer = Files.readString(Path.of("bpmn", "invitation.bpmn")).replace("P3D", "P5D");
            client(roster)
                    .post()
                    .uri("/api/diagrams")
                    .headers(RestartTest::signIn)
                    .contentType(MediaType.APPLICATION_XML)
                    .body(longer)
                    .retrieve()
                    .toBodilessEntity();
            rollout = found(ROLLOUT, post(roster, ROLLOUTS, Map.of("timers", "RECOMPUTE")));
            var jobs = roster.getBean(ManagementService.class);
            Batch batch = jobs.createBatchQuery().singleResult();
            runOnce(
                    roster,
                    jobs.createJobQuery()
                            .jobDefinitionId(batch.getSeedJobDefinitionId())
                            .list());
            runOnce(
                    roster,
                    jobs.createJobQuery()
                            .jobDefinitionId(batch.getBatchJobDefinitionId())
                            .listPage(0, 1));
            assertThat(get(roster, ROLLOUTS + "/" + rollout)).contains("\"state\":\"RUNNING\"", "\"moved\":1");
        }

        try (var roster = start(data)) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> get(roster, ROLLOUTS + "/" + rollout).contains("\"state\":\"DONE\""));
            assertThat(get(roster, ROLLOUTS + "/" + rollout)).contains("\"moved\":3", "\"failed\":0");
            assertThat(roster.getBean(JdbcClient.class)
                            .sql("select expires_at, sent_at from invitation")
                            .query((row, number) -> Duration.between(
                                    row.getObject("sent_at", OffsetDateTime.class),
                                    row.getObject("expires_at", OffsetDateTime.class)))
                            .list())
                    .hasSize(3)
                    .allSatisfy(valid -> assertThat(valid).isCloseTo(Duration.ofDays(5), Duration.ofSeconds(5)));
            assertThat(mailed(roster)).as("mails, none sent again").hasSize(3);
        }
    }

    private static void runOnce(ConfigurableApplicationContext roster, List<Job> jobs) {
        jobs.forEach(job -> roster.getBean(ManagementService.class).executeJob(job.getId()));
    }

    private static Map<String, Object> workspaceOf(String admin) {
        return Map.of("name", "Wallet", "type", "TENANT", "admin", Map.of("name", "Ada", "email", admin));
    }

    private static void signIn(HttpHeaders headers) {
        headers.setBasicAuth("operator@localhost", OPERATOR);
    }

    private static String post(ConfigurableApplicationContext roster, String path, Map<String, ?> body) {
        return String.valueOf(client(roster)
                .post()
                .uri(path)
                .headers(RestartTest::signIn)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(String.class));
    }

    private static String get(ConfigurableApplicationContext roster, String path) {
        return String.valueOf(client(roster)
                .get()
                .uri(path)
                .headers(RestartTest::signIn)
                .retrieve()
                .body(String.class));
    }

    private static ConfigurableApplicationContext start(Path data, String... more) {
        return SpringApplication.run(
                Roster.class,
                Stream.concat(Stream.of("--server.port=0", "--roster.data-dir=" + data), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static RestClient client(ConfigurableApplicationContext roster) {
        return RestClient.create("http://localhost:" + roster.getEnvironment().getProperty("local.server.port"));
    }

    private static String opened(ConfigurableApplicationContext roster, String token) {
        return String.valueOf(client(roster)
                .get()
                .uri("/api/invitations/{token}", token)
                .retrieve()
                .body(String.class));
    }

    /** What went out, once the job executor is through with the sending. */
    private static List<Outbox.Letter> mailed(ConfigurableApplicationContext roster) {
        var jobs = roster.getBean(ManagementService.class);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> jobs.createJobQuery().messages().count() == 0);
        return roster.getBean(Outbox.class).newest();
    }

    private static Date timerDue(ConfigurableApplicationContext roster) {
        return roster.getBean(ManagementService.class)
                .createJobQuery()
                .timers()
                .singleResult()
                .getDuedate();
    }

    private static long waiting(ConfigurableApplicationContext roster) {
        return roster.getBean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processDefinitionKey("invitation")
                .count();
    }

    private static String found(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        assertThat(match.find()).as(pattern + " in " + text).isTrue();
        return match.group(1);
    }
}
