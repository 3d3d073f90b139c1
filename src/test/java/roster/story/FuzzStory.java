package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the description, called with what nobody sends in good faith. Each run is another one; {@code -Droster.seed=…} repeats one. Run
 * on each database, for each has its own limits.
 */
abstract class FuzzStory extends FaultsStory {

    private static final int CALLS_PER_OPERATION = 30;
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|org\\.camunda|org\\.springframework|java\\.|roster\\.[a-z]|\tat |Apache Tomcat|ACT_|SQL");
    private static final Pattern PROBLEM = Pattern.compile("(?i)\r\nContent-Type: application/problem\\+json");
    private static final List<String> HEADERS = List.of(
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Accept",
            "Accept-Language",
            "Content-Type",
            "Content-Encoding",
            "Authorization",
            "Cookie",
            "Range",
            "Forwarded",
            "X-Forwarded-For",
            "Sec-Fetch-Site",
            "X-HTTP-Method-Override");

    private record Operation(String method, String path, JsonNode json) {}

    private Hostile hostile;
    private JsonNode schemas;
    private List<Person> people;
    private Map<String, String> good;

    @Test
    void whateverIsSentIsAnsweredWithoutAFaultAndWhatIsRefusedLeavesNothing() throws IOException {
        long seed = Long.getLong("roster.seed", System.nanoTime());
        System.out.println("Repeat this run with -Droster.seed=" + seed);
        hostile = new Hostile(seed);
        JsonNode description = get(OPERATOR, "/api/openapi.json").body();
        schemas = description.at("/components/schemas");
        var operations = operations(description);
        prepare();
        assertThat(operations).hasSizeGreaterThan(30);
        var faults = new ArrayList<String>();
        for (int round = 0; round < CALLS_PER_OPERATION; round++) {
            for (Operation operation : operations) {
                byte[] request = request(operation);
                List<Long> before = stored();
                String answer = answer(request);
                String fault = fault(answer, stored().equals(before));
                if (!fault.isEmpty()) {
                    faults.add(fault + ":\n" + start(request) + "\n\n" + answer);
                }
            }
        }
        assertThat(faults).as("with seed " + seed).isEmpty();
        assertThat(get(OPERATOR, "/actuator/health").status()).isEqualTo(200);
    }

    /** What is wrong with an answer; nothing, if it is right. */
    private static String fault(String answer, boolean unchanged) {
        int status = Integer.parseInt(answer.substring(9, 12));
        if (status >= 500) {
            return "Roster failed";
        }
        if (INSIDE.matcher(answer).find()) {
            return "The answer names something of the inside";
        }
        if (status >= 400 && !unchanged) {
            return "Something was stored though it was refused";
        }
        // What Tomcat cannot read never reaches Roster
        return status > 400 && !PROBLEM.matcher(answer).find() ? "The refusal is no problem details" : "";
    }

    private static List<Operation> operations(JsonNode description) {
        var operations = new ArrayList<Operation>();
        for (var path : description.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                operations.add(
                        new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
            }
        }
        return operations;
    }

    /** Something that is there, so that some calls come as far as the rules. */
    private void prepare() {
        Workspace wallet = workspace("TENANT");
        String ben = address();
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        people = List.of(OPERATOR, wallet.admin(), wallet.admin(), NOBODY);
        good = new LinkedHashMap<>();
        good.put("workspace", wallet.id());
        good.put("id", id);
        good.put("token", link(ben));
        good.put("email", wallet.admin().email());
        good.put("miniProgram", miniProgram(wallet));
        good.put("process", "invitation");
        good.put("name", "Ben");
        good.put("time", "2030-01-01T00:00:00Z");
    }

    private byte[] request(Operation operation) throws IOException {
        String method = hostile.once(25) ? hostile.any(List.of("PATCH", "HEAD", "TRACE", "FOO")) : operation.method();
        var head = new StringBuilder(
                method + " " + target(operation) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        request(hostile.any(people), "/")
                .build()
                .headers()
                .map()
                .forEach((name, values) ->
                        head.append(name).append(": ").append(values.get(0)).append("\r\n"));
        String type = operation.json().at("/requestBody/content").fieldNames().hasNext()
                ? operation.json().at("/requestBody/content").fieldNames().next()
                : "application/json";
        head.append("Content-Type: ").append(type).append("\r\n");
        if (hostile.once(2)) {
            head.append(hostile.any(HEADERS))
                    .append(": ")
                    .append(hostile.header())
                    .append("\r\n");
        }
        byte[] body = operation.method().equals("GET")
                ? new byte[0]
                : hostile.body(
                        operation.json().at("/requestBody/content").path(type).path("schema"),
                        schemas,
                        List.copyOf(good.values()));
        var request = new ByteArrayOutputStream();
        request.write(head.append("Content-Length: ")
                .append(body.length)
                .append("\r\n\r\n")
                .toString()
                .getBytes(StandardCharsets.ISO_8859_1));
        request.write(body);
        return request.toByteArray();
    }

    private String target(Operation operation) {
        // Nobody closes the workspace that the others are tried on
        boolean closes = operation.method().equals("DELETE") && operation.path().endsWith("{workspace}");
        String path = PARAMETER
                .matcher(operation.path())
                .replaceAll(parameter -> java.util.regex.Matcher.quoteReplacement(
                        hostile.once(4)
                                ? hostile.encoded()
                                : closes ? UUID.randomUUID().toString() : good.getOrDefault(parameter.group(1), "1")));
        var query = new ArrayList<String>();
        for (JsonNode parameter : operation.json().path("parameters")) {
            if (parameter.path("in").asText().equals("query") && hostile.once(2)) {
                String name = parameter.path("name").asText();
                query.add(name + "=" + (hostile.once(3) ? good.getOrDefault(name, "1") : hostile.encoded()));
            }
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private List<Long> stored() {
        var stored = new ArrayList<>(stock().rows());
        for (String table :
                List.of("mini_program", "api_token", "ACT_RU_EXECUTION", "ACT_RU_JOB", "ACT_RE_DEPLOYMENT")) {
            stored.add(
                    jdbc.sql("select count(*) from " + table).query(Long.class).single());
        }
        return stored;
    }

    /** From an address of its own, since wrong sign-ins are counted by where they come from. By hand, for clients refuse to send most of this. */
    private String answer(byte[] request) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), port, InetAddress.getByAddress(new byte[] {127, 0, 0, 9}), 0)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String start(byte[] request) {
        return new String(request, 0, Math.min(request.length, 1500), StandardCharsets.ISO_8859_1);
    }
}
