package roster.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import roster.Roster;
import roster.mail.Outbox;

/** Roster as a new user starts it, with its job executor, stopped and started again on the same files. */
@ExtendWith(OutputCaptureExtension.class)
class RestartTest {

    private static final Pattern PASSWORD =
            Pattern.compile("First platform operator: operator@localhost, password: (\\S+)");
    private static final Pattern LINK = Pattern.compile("/invitations/(\\S+)");
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

    private static ConfigurableApplicationContext start(Path data) {
        return SpringApplication.run(Roster.class, "--server.port=0", "--roster.data-dir=" + data);
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
