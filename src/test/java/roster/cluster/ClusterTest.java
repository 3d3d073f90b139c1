package roster.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes are one Roster, whatever dies. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterTest {

    /** A node knows the database's time up to half of what it took to ask for it. */
    private static final Duration CLOCKS_AGREE = Duration.ofMillis(500);

    private static final int SIGTERM = 15;

    private static final String PASSWORD = "password of who joins " + UUID.randomUUID();

    /** Long enough for a token. */
    private static final Pattern WORD = Pattern.compile("[\\w-]{36,}");

    private static Cluster cluster;
    private static ClusterWorkspace wallet;

    @BeforeAll
    static void start() throws IOException {
        cluster = new Cluster();
        wallet = ClusterWorkspace.open(cluster);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void nodesThatStartAtOnceMakeOneSchemaAndOneVersionOfEachDiagram() {
        var migrations = cluster.database
                .sql()
                .sql("select version from flyway_schema_history where success")
                .query(String.class)
                .list();
        assertThat(migrations).contains("1").doesNotHaveDuplicates();
        assertThat(cluster.database.count("flyway_schema_history where not success"))
                .isZero();
        assertThat(cluster.database.count("act_ge_schema_log")).isEqualTo(1);
        assertThat(cluster.database
                        .sql()
                        .sql("select key_ || ' ' || version_ from act_re_procdef")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "invitation 1", "block-member 1", "unblock-member 1", "delete-member 1", "set-member-role 1");
        assertThat(cluster.database.count("account where operator")).isEqualTo(1);
    }

    @Test
    @Order(2)
    void aThousandInvitationsAndASessionOutliveTheDeathOfANode() throws Exception {
        Node dying = cluster.nodes.get(1);
        Caller browser = cluster.nobody().at(dying.url()).signedIn(wallet.email(), wallet.password());
        var addresses = addresses(1000);
        var crowd = new Crowd(8);
        var inviting = crowd.each(addresses, address -> inviteUntilDone(address));
        await().atMost(Cluster.LONG).until(() -> crowd.done() >= 300);
        dying.kill();
        assertThat(browser.at(cluster.nodes.get(0).url())
                        .get("/workspaces/" + wallet.id() + "/members")
                        .text())
                .contains(wallet.email());
        dying.start();
        var answers = inviting.get();
        assertThat(answers.values()).as("clients got an answer in the end").allMatch(answer -> answer);
        Cluster.awaitReady(dying);
        await().atMost(Cluster.LONG).until(() -> cluster.database.count("act_ru_job where type_ = 'message'") == 0);

        assertThat(rows()).containsAll(addresses).doesNotHaveDuplicates();
        assertThat(cluster.database.count("member m where email like 'crowd-%' and "
                        + "(select count(*) from act_hi_procinst p where p.business_key_ = m.id::varchar) <> 1"))
                .as("invitations without a process of their own")
                .isZero();
        var mails = cluster.mail.byAddress();
        for (String address : addresses) {
            assertThat(mails.getOrDefault(address, List.of()))
                    .as(address)
                    .hasSizeBetween(1, 2)
                    .extracting(MailServer.Received::id)
                    .containsOnly(mails.get(address).get(0).id());
        }
    }

    @Test
    @Order(3)
    void nodesOutliveARestartOfPostgresAndTellTheTruthMeanwhile() throws Exception {
        var addresses = addresses(200);
        var crowd = new Crowd(4);
        var inviting = crowd.each(addresses, address -> wallet.invite(wallet.admin(), address));
        await().atMost(Cluster.LONG).until(() -> crowd.done() >= 60);
        cluster.database.stop();
        try {
            atOnce(cluster.nodes.stream()
                    .<Runnable>map(node -> () -> doorsTellThatTheDatabaseIsDown(node))
                    .toArray(Runnable[]::new));
        } finally {
            cluster.database.start();
        }
        var answers = inviting.get();
        cluster.nodes.forEach(Cluster::awaitReady);

        var there = Set.copyOf(rows());
        answers.forEach((address, answer) -> {
            assertThat(answer.status()).as(answer.text()).isIn(201, 503);
            assertThat(there.contains(address)).as(answer.text()).isEqualTo(answer.isDone());
        });
        assertThat(answers.values()).extracting(Caller.Answer::status).contains(201, 503);
        awaitMails(there);
    }

    /** Of all at once, for each takes as long as the pool waits for a connection. */
    private static void doorsTellThatTheDatabaseIsDown(Node node) {
        Caller nobody = cluster.nobody().at(node.url());
        Caller admin = wallet.admin().at(node.url());
        atOnce(
                () -> isUnavailable(admin.get(wallet.path() + "/members")),
                () -> isUnavailable(admin.post(wallet.path() + "/mini-programs", Map.of("name", "Taxi"))),
                () -> isUnavailable(admin.get("/engine-rest/engine")),
                // Also where there is nothing: who asks comes first
                () -> isUnavailable(admin.get("/api/nothing")),
                () -> isUnavailable(nobody.get("/api/invitations/" + wallet.link())),
                () -> isUnavailable(nobody.get("/invitations/" + wallet.link())),
                () -> isUnavailable(nobody.with("Cookie", "SESSION=bm90aGluZw").get("/login")),
                () -> isUnavailable(nobody.get("/login")),
                () -> isUnavailable(nobody.get("/")),
                // What needs no look into the database
                () -> assertThat(nobody.get("/api/workspaces").status()).isEqualTo(401),
                () -> assertThat(nobody.get("/api/invitations/nothing").status())
                        .isIn(404, 503),
                () -> assertThat(nobody.get("/roster/roster.css").status()).isEqualTo(200),
                () -> assertThat(node.isReady()).isFalse(),
                () -> assertThat(nobody.get("/actuator/health/liveness").status())
                        .isEqualTo(200));
    }

    private static void atOnce(Runnable... checks) {
        CompletableFuture.allOf(Stream.of(checks)
                        .map(check -> CompletableFuture.runAsync(check, call -> new Thread(call).start()))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static void isUnavailable(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.type()).isEqualTo("urn:roster:problem:unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    @Order(4)
    void mailsArriveOnceTheMailServerIsBack() {
        var addresses = addresses(10);
        cluster.mail.stop();
        try {
            addresses.forEach(address ->
                    assertThat(wallet.invite(wallet.admin(), address).status()).isEqualTo(201));
            await().atMost(Cluster.LONG)
                    .until(() -> cluster.database.count("act_ru_job where exception_msg_ is not null") >= 10);
        } finally {
            cluster.mail.start();
        }
        awaitMails(addresses);
    }

    /** Each around the moment at which its own invitation expires. */
    @Test
    @Order(5)
    void linksEndByTheTimeOfTheDatabaseAtNodesWhoseClocksAreWrong() throws IOException {
        cluster.deploy("PT10S");
        var invited = new LinkedHashMap<Caller.Answer, Node>();
        for (String address : addresses(12)) {
            Node node = cluster.nodes.get(invited.size() % 2);
            invited.put(wallet.invite(wallet.admin().at(node.url()), address), node);
        }
        var seconds = List.of(-3, -3, -1, -1, 0, 0, 0, 0, 1, 1, 3, 3).iterator();
        invited.forEach((invitation, node) -> acceptAround(invitation, node, seconds.next()));
        cluster.deploy("P3D");
    }

    private static void acceptAround(Caller.Answer invited, Node node, int seconds) {
        String link = cluster.link(invited.body().path("email").asText());
        Instant expiry = Instant.parse(wallet.admin()
                .get(invited.headers().firstValue("Location").orElseThrow())
                .body()
                .path("expiresAt")
                .asText());
        await().atMost(Cluster.LONG)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> cluster.database.now().isAfter(expiry.plusSeconds(seconds)));
        Instant before = cluster.database.now();
        var answer = cluster.nobody()
                .at(node.url())
                .post("/api/invitations/" + link + "/acceptance", Map.of("name", "Ben", "password", "their-password"));
        Instant after = cluster.database.now();
        if (answer.status() == 201) {
            assertThat(before).isBefore(expiry.plus(CLOCKS_AGREE));
        } else {
            assertThat(answer.status()).as(answer.text()).isEqualTo(410);
            assertThat(after).isAfter(expiry.minus(CLOCKS_AGREE));
        }
    }

    @Test
    @Order(6)
    void aNodeThatIsToldToStopEndsWhatItHasBegun() throws Exception {
        Node stopping = cluster.nodes.get(0);
        Caller there = wallet.admin().at(stopping.url());
        String open = wallet.invite(wallet.admin(), addresses(1).get(0)).id();
        cluster.mail.stop();
        var addresses = addresses(60);
        addresses.forEach(address -> wallet.invite(wallet.admin(), address));
        await().atMost(Cluster.LONG)
                .until(() -> cluster.database.count("act_ru_job where exception_msg_ is not null") >= 10);

        CompletableFuture<Caller.Answer> asked;
        CompletableFuture<Integer> stopped;
        try (var held = cluster.database.hold("invitation")) {
            asked = CompletableFuture.supplyAsync(
                    () -> there.post(wallet.path() + "/invitations/" + open + "/withdraw", Map.of()));
            await().atMost(Cluster.LONG).until(() -> cluster.database.waiting(Cluster.BEHIND) > 0);
            cluster.mail.start();
            await().atMost(Cluster.LONG)
                    .until(() -> cluster.database.waiting(Cluster.BEHIND) > 1
                            && cluster.database.waiting(Cluster.AHEAD) > 0);
            var crowd = new Crowd(2);
            var others = crowd.each(addresses, name -> wallet.admin().post("/api/tokens", Map.of("name", name)));
            await().until(() -> crowd.done() > 5);
            stopped = stopping.stop();
            await().until(() -> there.get("/login").status() == 0);
            // 502 where the node closes a kept connection just as a POST goes out on it: the proxy may not send that
            // again
            assertThat(others.get().values())
                    .extracting(Caller.Answer::status)
                    .as("what the proxy lets the other node answer")
                    .contains(201)
                    .isSubsetOf(201, 502);
            assertThat(asked).isNotDone();
            assertThat(stopped).isNotDone();
        }
        assertThat(asked)
                .succeedsWithin(Duration.ofSeconds(10))
                .extracting(Caller.Answer::status)
                .isEqualTo(204);
        assertThat(stopped).succeedsWithin(Duration.ofSeconds(25)).isEqualTo(128 + SIGTERM);
        await("less than the time for which jobs are locked")
                .atMost(Duration.ofSeconds(10))
                .until(() -> cluster.database.count("act_ru_job where type_ = 'message'") == 0);
        var mails = cluster.mail.byAddress();
        assertThat(addresses)
                .allSatisfy(address -> assertThat(mails.get(address)).hasSize(1));
    }

    /** After all that has happened before, and one of each that is secret. */
    @Test
    @Order(7)
    void logsAreJsonThatSaysWhatItIsAboutAndHoldsNoSecret() throws IOException {
        var secrets = oneOfEachSecret();
        int failedMails = 0;
        for (Node node : cluster.nodes) {
            for (String line : Files.readAllLines(node.log())) {
                var entry = Caller.JSON.readTree(line);
                assertThat(entry.hasNonNull("@timestamp") && entry.hasNonNull("message"))
                        .as(line)
                        .isTrue();
                assertThat(line)
                        .doesNotContain(Cluster.OPERATOR_PASSWORD, Cluster.LINK_SECRET, wallet.password(), PASSWORD);
                assertThat(WORD.matcher(line).results().map(MatchResult::group)).doesNotContainAnyElementsOf(secrets);
                if (entry.at("/error/message").asText().startsWith("The mail server did not take the mail")) {
                    failedMails++;
                    isAboutAnInvitation(entry);
                }
            }
        }
        assertThat(failedMails).isPositive();
    }

    private static void isAboutAnInvitation(JsonNode entry) {
        assertThat(entry.path("workspace").asText()).as(entry.toString()).isEqualTo(wallet.id());
        String invitation = entry.path("invitation").asText();
        assertThat(cluster.database.count("invitation where id::varchar = '" + invitation + "'"))
                .as(entry.toString())
                .isEqualTo(1);
    }

    /** Somebody's mail fails once, and who joins mistakes the link and the password first; answers the links, tokens and sessions. */
    private static Set<String> oneOfEachSecret() {
        Caller nobody = cluster.nobody();
        String joining = addresses(1).get(0);
        cluster.mail.stop();
        wallet.invite(wallet.admin(), joining);
        await().atMost(Cluster.LONG)
                .until(() -> cluster.database.count("act_ru_job where exception_msg_ is not null") > 0);
        cluster.mail.start();
        String link = "/api/invitations/" + cluster.link(joining);
        assertThat(nobody.post(link + "x/acceptance", Map.of("name", "Ben", "password", PASSWORD))
                        .status())
                .isEqualTo(404);
        assertThat(nobody.post(link + "/acceptance", Map.of("name", "Ben", "password", PASSWORD))
                        .status())
                .isEqualTo(201);
        assertThat(cluster.signedIn(joining, "wrong " + PASSWORD)
                        .get("/api/workspaces")
                        .status())
                .isEqualTo(401);
        assertThat(nobody.signIn(joining, "wrong " + PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(back -> assertThat(back).endsWith("/login?error"));
        String session =
                nobody.signedIn(joining, PASSWORD).headers().get("Cookie").replace("SESSION=", "");
        var secrets =
                cluster.mail.received().stream().map(MailServer.Received::token).collect(Collectors.toSet());
        assertThat(secrets).isNotEmpty();
        secrets.addAll(List.of(
                wallet.admin().headers().get("Authorization").replace("Bearer ", ""),
                cluster.byToken(joining, PASSWORD)
                        .headers()
                        .get("Authorization")
                        .replace("Bearer ", ""),
                session,
                new String(Base64.getDecoder().decode(session), StandardCharsets.UTF_8)));
        return secrets;
    }

    private static void awaitMails(Collection<String> addresses) {
        await().atMost(Cluster.LONG)
                .until(() -> cluster.mail.byAddress().keySet().containsAll(addresses));
    }

    /** As a careful program does: it sends the same again where it got no answer, or one that says so. */
    private static boolean inviteUntilDone(String address) {
        Caller careful =
                wallet.admin().with("Idempotency-Key", UUID.randomUUID().toString());
        await().atMost(Cluster.LONG)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    var answer = wallet.invite(careful, address);
                    return answer.isDone() || answer.type().equals("urn:roster:problem:address-present");
                });
        return true;
    }

    private static List<String> rows() {
        return cluster.database
                .sql()
                .sql("select email from member where workspace = :id::uuid")
                .param("id", wallet.id())
                .query(String.class)
                .list();
    }

    private static List<String> addresses(int count) {
        String run = UUID.randomUUID().toString();
        return IntStream.range(0, count)
                .mapToObj(i -> "crowd-" + i + "-" + run + "@example.com")
                .toList();
    }
}
