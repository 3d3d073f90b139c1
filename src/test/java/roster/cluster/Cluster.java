package roster.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/**
 * What {@code docker compose up} starts, as processes: two nodes that start at the same instant on one empty PostgreSQL, a mail server, and a proxy before
 * them. The clock of one is two minutes behind, that of the other two minutes ahead.
 */
final class Cluster implements AutoCloseable {

    static final Duration LONG = Duration.ofMinutes(4);
    static final String OPERATOR_PASSWORD = "password of the operator " + UUID.randomUUID();
    static final String LINK_SECRET = "secret of the links " + UUID.randomUUID();

    /** The names of the nodes, by their clocks. */
    static final String BEHIND = "behind";

    static final String AHEAD = "ahead";

    final Database database;
    final MailServer mail;
    final Proxy proxy;
    final List<Node> nodes;

    private final Path folder = Path.of("target", "cluster").toAbsolutePath();
    private final String url;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::end);

    Cluster() throws IOException {
        Path nginx = Tool.nginx();
        FileSystemUtils.deleteRecursively(folder);
        // A node that dies while it hands over a mail is no fault of the mail server's
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            int[] ports = freePorts(5);
            url = "http://127.0.0.1:" + ports[0];
            var compose = new Compose();
            database = begin(new Database(ports[3], folder.resolve("postgres")));
            mail = begin(new MailServer(ports[4]));
            proxy = begin(new Proxy(nginx, folder.resolve("proxy"), compose.proxy(ports[0], ports[1], ports[2])));
            var settings = new HashMap<>(compose.node());
            settings.putAll(Map.of(
                    "ROSTER_BASE_URL",
                    url,
                    "ROSTER_BPMN_DIR",
                    diagrams(folder.resolve("bpmn")).toString(),
                    "ROSTER_LINK_SECRET",
                    LINK_SECRET,
                    "ROSTER_OPERATOR_PASSWORD",
                    OPERATOR_PASSWORD,
                    "SPRING_DATASOURCE_USERNAME",
                    "postgres",
                    "SPRING_DATASOURCE_PASSWORD",
                    "postgres",
                    "SPRING_MAIL_HOST",
                    "127.0.0.1",
                    "SPRING_MAIL_PORT",
                    String.valueOf(ports[4]),
                    // So that nobody waits two minutes for the jobs of a dead node
                    "CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS",
                    "20000"));
            nodes = List.of(
                    begin(node(BEHIND, ports[1], settings, Duration.ofMinutes(-2))),
                    begin(node(AHEAD, ports[2], settings, Duration.ofMinutes(2))));
            for (Node node : nodes) {
                node.start();
            }
            nodes.forEach(Cluster::awaitReady);
        } catch (IOException | RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    private Node node(String name, int port, Map<String, String> settings, Duration skew) throws IOException {
        var own = new HashMap<>(settings);
        own.put("SPRING_DATASOURCE_URL", database.url(name));
        return new Node(port, folder.resolve(name), own, skew);
    }

    static void awaitReady(Node node) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(500)).until(node::isReady);
    }

    /** Ours, but a mail is tried again after seconds instead of minutes. */
    private static Path diagrams(Path copies) throws IOException {
        Files.createDirectories(copies);
        try (var files = Files.newDirectoryStream(Path.of("bpmn"), "*.bpmn")) {
            for (Path file : files) {
                Files.writeString(
                        copies.resolve(file.getFileName()),
                        Files.readString(file).replace("PT1M,PT10M,PT1H", "PT5S,PT5S,PT5S,PT5S,PT5S,PT5S"));
            }
        }
        return copies;
    }

    private static int[] freePorts(int count) throws IOException {
        int[] ports = new int[count];
        var held = new ArrayDeque<ServerSocket>();
        for (int i = 0; i < count; i++) {
            held.push(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            ports[i] = held.peek().getLocalPort();
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        return ports;
    }

    /** Invitations that are asked for from now on are open for so long. */
    void deploy(String timeToAccept) throws IOException {
        String diagram =
                Files.readString(folder.resolve("bpmn/invitation.bpmn")).replace("P3D", timeToAccept);
        var deployed = operator().send("POST", "/api/diagrams", diagram, "application/xml");
        assertThat(deployed.status()).as(deployed.text()).isIn(200, 201);
    }

    /** Somebody without an account, at the proxy. */
    Caller nobody() {
        return new Caller(url, Map.of());
    }

    Caller operator() {
        return signedIn("operator@localhost", OPERATOR_PASSWORD);
    }

    Caller signedIn(String email, String password) {
        String credentials =
                Base64.getEncoder().encodeToString((email + ":" + password).getBytes(StandardCharsets.UTF_8));
        return nobody().with("Authorization", "Basic " + credentials);
    }

    /** Signed in by a token, for each check of a password takes a tenth of a second. */
    Caller byToken(String email, String password) {
        var issued = signedIn(email, password).post("/api/tokens", Map.of("name", "cluster"));
        assertThat(issued.status()).as(issued.text()).isEqualTo(201);
        return nobody().with(
                        "Authorization", "Bearer " + issued.body().path("token").asText());
    }

    /** The token of the link in the newest mail to this address. */
    String link(String email) {
        await().atMost(LONG).until(() -> mail.byAddress().containsKey(email));
        var mails = mail.byAddress().get(email);
        return mails.get(mails.size() - 1).token();
    }

    private <T extends AutoCloseable> T begin(T part) {
        started.push(part);
        return part;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        end();
    }

    /** In the opposite order, each also where another one cannot be stopped. */
    private synchronized void end() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception stuck) {
                System.err.println("The cluster could not be stopped whole: " + stuck);
            }
        }
    }
}
