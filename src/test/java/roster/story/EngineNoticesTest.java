package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** What the security notices of the engine warn of, tried with the rights of an operator, who may do most there; SECURITY.md names each. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:story;DB_CLOSE_DELAY=-1")
class EngineNoticesTest extends FaultsStory {

    private String process;
    private String webapp;

    @BeforeEach
    void invite() {
        String id = invited(Door.API, workspace("TENANT"), input(address(), "WORKSPACE_OPERATOR"));
        process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult()
                .getId();
        webapp = "/camunda/api/engine/engine/" + engine.getName();
    }

    @Test
    void noJavaObjectIsRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new java.util.ArrayList<>(List.of("a")));
        }
        var object = Map.of(
                "type",
                "Object",
                "value",
                Base64.getEncoder().encodeToString(bytes.toByteArray()),
                "valueInfo",
                Map.of(
                        "objectTypeName",
                        "java.util.ArrayList",
                        "serializationDataFormat",
                        "application/x-java-serialized-object"));
        String variable = "/engine-rest/process-instance/" + process + "/variables/note";
        Answer refused = inVain(400, () -> send(OPERATOR, "PUT", variable, object));
        assertThat(refused.text()).doesNotContain("ArrayList");
        assertThat(get(OPERATOR, variable).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Task", "ProcessInstance", "Execution"})
    void noExpressionIsRunByAStoredQuery(String kind) {
        var filter = Map.of(
                "resourceType",
                "Task",
                "name",
                kind,
                "query",
                Map.of("assigneeExpression", "${''.getClass().forName('java.lang.Runtime')}"));
        Answer stored = post(OPERATOR, "/engine-rest/filter/create", filter);
        if (stored.status() < 300) {
            inVain(400, () -> get(OPERATOR, "/engine-rest/filter/" + stored.id() + "/list"));
            send(OPERATOR, "DELETE", "/engine-rest/filter/" + stored.id(), null);
        } else {
            assertIsProblem(stored);
        }
        inVain(
                400,
                () -> post(
                        OPERATOR,
                        "/engine-rest/task",
                        Map.of("assigneeExpression", "${''.getClass().forName('java.lang.Runtime')}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/process-instance?sortBy=nonsense&sortOrder=asc",
                "/process-instance/nonsense",
                "/history/process-instance?startedBefore=yesterday",
                "/process-definition/key/nonsense/xml",
                "/job?dueDates=gt_nonsense"
            })
    void cockpitsRestTellsNothingOfTheInside(String path) {
        Answer refused = send(requestByPassword(OPERATOR, webapp + path).header("Accept", "application/json"));
        assertThat(refused.status()).isBetween(300, 499);
        assertThat(refused.text()).doesNotContain("\tat ", "org.apache", "select ", "SELECT ", "ACT_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/cockpit/..%2f..%2fapplication.yml",
                "/camunda/lib/%2e%2e/%2e%2e/%2e%2e/application.yml",
                "/camunda/app/..;/..;/application.yml",
                "/camunda/lib/..\\..\\application.yml",
                "/camunda/../../application.yml",
                "/webjars/..%2f..%2fapplication.yml",
                "/roster/%2e%2e/%2e%2e/application.yml"
            })
    void noPathLeadsOutOfTheWebApplications(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + basic(OPERATOR)
                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 [34].*").doesNotContain("link-secret", "datasource");
    }

    /** The host that a caller names decides nothing but where that caller goes. */
    @Test
    void noPathMakesCockpitLeadToAnotherHost() throws IOException {
        for (String path : List.of(
                "//evil.example/camunda/app/cockpit",
                "/camunda/app/cockpit//evil.example",
                "/camunda/app//evil.example")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer.lines().filter(line -> line.startsWith("Location:")))
                    .noneMatch(line -> line.matches("Location: *(https?:)?//evil.*"));
        }
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
