package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** The vocabulary of the stories: people who talk to a running Roster over HTTP and read their mail from a real SMTP server. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            // Stories move the time
            "roster.database-time=false",
            "logging.level.com.icegreen=warn",
            "camunda.bpm.generate-unique-process-engine-name=true",
            "roster.base-url=https://members.example/portal/",
            "roster.data-dir=target/test-data",
            "roster.link-secret=a secret of the tests",
            "roster.operator.password=operator-password",
            "management.prometheus.metrics.export.enabled=true",
            "roster.sign-in.failures-per-ip=500",
            "roster.invitations.per-admin=100000",
            "roster.invitations.per-workspace=100000",
            "roster.invitations.per-recipient=100000"
        })
abstract class Story {

    static final GreenMail SMTP = new PromptMail();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern LINK = Pattern.compile("https://members\\.example/portal/invitations/(\\S+)");
    private static final Map<SignIn, String> TOKENS = new ConcurrentHashMap<>();
    private static final int FASTEST = 4;
    static final Person OPERATOR = new Person("operator@localhost", "operator-password");
    static final Person NOBODY = new Person("", "");

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    /** A tenth of a second for each, on purpose; the stories sign in thousands of times and are not about it. */
    @TestBean
    PasswordEncoder passwordEncoder;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    record Person(String email, String password) {}

    /** Each context listens on a port of its own and knows other people. */
    private record SignIn(int port, Person who) {}

    record Answer(int status, JsonNode body, String text, java.net.http.HttpHeaders headers) {

        String type() {
            return body.path("type").asText();
        }

        String id() {
            return body.path("id").asText();
        }

        List<String> fields() {
            return body.path("errors").findValuesAsText("field");
        }
    }

    record Workspace(String id, Person admin) {

        String path() {
            return "/api/workspaces/" + id;
        }
    }

    static PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "fast", Map.of("fast", new BCryptPasswordEncoder(FASTEST), "bcrypt", new BCryptPasswordEncoder()));
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        if (!SMTP.isRunning()) {
            SMTP.start();
        }
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SMTP.getSmtp().getPort());
    }

    @BeforeEach
    void quiet() throws Exception {
        EngineOfTheStory.engine = engine;
        SMTP.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    Answer get(Person who, String path) {
        return send(who, "GET", path, null);
    }

    Answer post(Person who, String path, Object body) {
        return send(who, "POST", path, body);
    }

    Answer send(Person who, String method, String path, Object body) {
        try {
            String text = body == null ? "" : body instanceof String raw ? raw : json.writeValueAsString(body);
            return send(request(who, path)
                    .method(method, HttpRequest.BodyPublishers.ofString(text))
                    .setHeader("Content-Type", "application/json"));
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    /** Signed in by a token where possible, for each check of a password costs a tenth of a second of every core. */
    HttpRequest.Builder request(Person who, String path) {
        if (who.email().isEmpty()) {
            return unsigned(path);
        }
        String token = TOKENS.computeIfAbsent(new SignIn(port, who), this::token);
        return token == null ? requestByPassword(who, path) : unsigned(path).header("Authorization", "Bearer " + token);
    }

    HttpRequest.Builder requestByPassword(Person who, String path) {
        return unsigned(path).header("Authorization", basic(who));
    }

    private HttpRequest.Builder unsigned(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private @Nullable String token(SignIn signIn) {
        Answer issued = send(requestByPassword(signIn.who(), "/api/tokens")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"story\"}")));
        return issued.status() == 201 ? issued.body().path("token").asText() : null;
    }

    static String basic(Person who) {
        String credentials = who.email() + ":" + who.password();
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean isJson =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            ApiDescription.of(this).check(response);
            return new Answer(
                    response.statusCode(),
                    isJson ? json.readTree(response.body()) : json.createObjectNode(),
                    response.body(),
                    response.headers());
        } catch (IOException | InterruptedException fault) {
            throw new AssertionError(fault);
        }
    }

    /** A workspace of its own for each story, whose first admin has joined. */
    Workspace workspace(String type) {
        String email = "ada-" + UUID.randomUUID() + "@example.com";
        Answer opened = post(
                OPERATOR,
                "/api/workspaces",
                Map.of("name", "Wallet", "type", type, "admin", Map.of("name", "Ada", "email", email)));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        sendMails();
        return new Workspace(opened.id(), join(email));
    }

    /** Follows the newest link that was mailed to this address and joins with a new account. */
    Person join(String email) {
        Answer joined = accept(NOBODY, link(email), Map.of("name", "Somebody", "password", "their-password"));
        assertThat(joined.status()).as(joined.text()).isEqualTo(201);
        return new Person(email, "their-password");
    }

    Answer accept(Person who, String token, Object body) {
        return post(who, "/api/invitations/" + token + "/acceptance", body);
    }

    /** Of no workspace that a test looks at. */
    Person analyst() {
        String email = address();
        invite(workspace("TENANT"), email, "WORKSPACE_REVIEWER");
        sendMails();
        Person analyst = join(email);
        Answer put = send(
                OPERATOR, "PUT", "/api/accounts/" + email + "/groups", Map.of("groups", List.of("process-analyst")));
        assertThat(put.status()).as(put.text()).isEqualTo(200);
        return analyst;
    }

    /** The engine's ids of what is deployed. */
    Set<String> deployments() {
        return engine.getRepositoryService().createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .collect(Collectors.toSet());
    }

    /** The diagram that an invitation of now goes by. */
    ProcessDefinition newestInvitation() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("invitation")
                .latestVersion()
                .singleResult();
    }

    Answer invite(Workspace workspace, String email, String role, String... miniPrograms) {
        return post(workspace.admin(), workspace.path() + "/invitations", invitation("Ben", email, role, miniPrograms));
    }

    static Map<String, Object> invitation(String name, String email, String role, String... miniPrograms) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", name);
        body.put("email", email);
        body.put("role", role);
        body.put("miniPrograms", List.of(miniPrograms));
        return body;
    }

    String miniProgram(Workspace workspace) {
        return post(workspace.admin(), workspace.path() + "/mini-programs", Map.of("name", "Taxi"))
                .id();
    }

    static String address() {
        return "ben-" + UUID.randomUUID() + "@example.com";
    }

    /** Runs what the job executor would: sends the mails that wait. A failure of one counts as one failed try. */
    void sendMails() {
        for (Job job : management.createJobQuery().messages().executable().list()) {
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException failedTry) {
                assertThat(failedTry).hasMessageContaining("mail server");
            }
        }
    }

    /** Runs the timers that are due, as the job executor would. */
    void fireTimers() {
        management.createJobQuery().timers().executable().list().forEach(job -> management.executeJob(job.getId()));
    }

    /** Lets a batch make its jobs, as the job executor would: a large one makes them in parts. */
    List<Job> jobs(Batch batch) {
        JobQuery seeds = management.createJobQuery().jobDefinitionId(batch.getSeedJobDefinitionId());
        while (seeds.count() > 0) {
            seeds.list().forEach(seed -> management.executeJob(seed.getId()));
        }
        return management
                .createJobQuery()
                .jobDefinitionId(batch.getBatchJobDefinitionId())
                .withRetriesLeft()
                .list();
    }

    static void wait(Duration time) {
        ClockUtil.offset(time.toMillis() + ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis());
    }

    List<MimeMessage> mails(String email) {
        var found = new ArrayList<MimeMessage>();
        for (MimeMessage mail : SMTP.getReceivedMessages()) {
            try {
                if (mail.getAllRecipients()[0].toString().contains(email)) {
                    found.add(mail);
                }
            } catch (jakarta.mail.MessagingException fault) {
                throw new AssertionError(fault);
            }
        }
        return found;
    }

    /** The token of the newest link mailed to this address. */
    String link(String email) {
        List<MimeMessage> mails = mails(email);
        assertThat(mails).as("mails to " + email).isNotEmpty();
        var found = LINK.matcher(text(mails.get(mails.size() - 1)));
        assertThat(found.find()).as("link in the mail").isTrue();
        return found.group(1);
    }

    static String text(MimeMessage mail) {
        try {
            return plain(mail);
        } catch (IOException | jakarta.mail.MessagingException fault) {
            throw new AssertionError(fault);
        }
    }

    private static String plain(jakarta.mail.Part part) throws IOException, jakarta.mail.MessagingException {
        if (part.getContent() instanceof jakarta.mail.Multipart several) {
            return plain(several.getBodyPart(0));
        }
        return (String) part.getContent();
    }

    JsonNode row(Workspace workspace, String email) {
        for (JsonNode row : get(workspace.admin(), workspace.path() + "/members?limit=200")
                .body()
                .path("items")) {
            if (row.path("email").asText().equals(email)) {
                return row;
            }
        }
        return json.getNodeFactory().missingNode();
    }

    String status(Workspace workspace, String email) {
        return row(workspace, email).path("status").asText("not on the list");
    }

    /** As it is stored, for rows that are on nobody's list any more as well. */
    String storedStatus(String id) {
        return jdbc.sql("select status from member where id = ?")
                .param(UUID.fromString(id))
                .query(String.class)
                .single();
    }

    long waitingProcesses(String invitation) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(invitation)
                .count();
    }

    /** Each in a thread of its own, let go at the same moment; answers in the order of the calls. */
    static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> call : calls) {
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> each : running) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
