package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description of the API: complete, and readable in a browser without any other host. */
abstract class DescriptionStory extends Story {

    record Operation(String method, String path, JsonNode json) {

        List<String> parameters() {
            return json.path("parameters").findValuesAsText("name");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void describesEveryOperationThatThereIs() {
        var served = new TreeSet<String>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues().stream()
                        .filter(path ->
                                method.getBeanType().getName().startsWith("roster.") && path.startsWith("/api/"))
                        .forEach(path -> served.add(mapping.getMethodsCondition()
                                        .getMethods()
                                        .iterator()
                                        .next() + " " + path)));

        assertThat(operations()).extracting(Operation::toString).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void saysOfEveryOperationWhatItDoesAndHowItRefuses() {
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.json().path("summary").asText()).as("summary").isNotEmpty();
            assertThat(operation.json().path("description").asText())
                    .as("description")
                    .isNotEmpty();
            assertThat(operation.json().path("responses").fieldNames())
                    .toIterable()
                    .contains("401", "429")
                    .anyMatch(status -> status.startsWith("2"));
            assertThat(operation.json().path("parameters"))
                    .allSatisfy(parameter ->
                            assertThat(parameter.path("description").asText()).isNotEmpty());
            operation.json().path("responses").properties().forEach(response -> {
                if (response.getKey().startsWith("4")) {
                    assertThat(response.getValue().findPath("$ref").asText()).endsWith("/ProblemDetails");
                }
            });
        });
    }

    @Test
    void offersAnIdempotencyKeyOnEveryPostWhoseAnswerIsKept() {
        assertThat(operations())
                .filteredOn(operation -> operation.parameters().contains("Idempotency-Key"))
                .extracting(Operation::toString)
                .allMatch(operation -> operation.startsWith("POST "))
                .contains("POST /api/workspaces", "POST /api/invitations/{token}/acceptance")
                .doesNotContain("POST /api/tokens");
    }

    @Test
    void saysWhatTheFieldsAndParametersMayHold() {
        JsonNode api = get(OPERATOR, "/api/openapi.json").body();
        JsonNode invitation = api.at("/components/schemas/NewInvitation");
        assertThat(invitation.at("/properties/name/maxLength").asInt()).isEqualTo(100);
        assertThat(invitation.at("/properties/email/maxLength").asInt()).isEqualTo(254);
        assertThat(invitation.at("/properties/role/enum")).hasSize(7);
        assertThat(invitation.path("required"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("name", "email", "role");
        JsonNode members =
                api.path("paths").path("/api/workspaces/{workspace}/members").path("get");
        assertThat(parameter(members, "status").at("/schema/enum")).hasSize(4);
        assertThat(parameter(members, "role").at("/schema/enum")).hasSize(7);
        assertThat(parameter(members, "q").at("/schema/enum")).isEmpty();
        assertThat(parameter(members, "limit").at("/schema/maximum").asInt()).isEqualTo(200);
        assertThat(api.at("/components/schemas/ProblemDetails/properties").fieldNames())
                .toIterable()
                .contains("errors", "currentStatus", "allowedActions");
        assertThat(api.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("bearer", "basic");
    }

    @Test
    void isForWhoeverIsSignedInAndLoadsNothingFromElsewhere() {
        assertThat(get(NOBODY, "/api/openapi.json").status()).isEqualTo(401);
        Answer stranger = send(request(NOBODY, "/api/docs").header("Accept", "text/html"));
        assertThat(stranger.status()).isEqualTo(302);
        assertThat(stranger.headers().firstValue("Location").orElse("")).endsWith("/login");

        Answer docs = send(request(OPERATOR, "/api/docs").header("Accept", "text/html,*/*;q=0.8"));
        assertThat(docs.status()).isEqualTo(302);
        Answer page = send(request(OPERATOR, "/api/swagger-ui/index.html").header("Accept", "text/html,*/*;q=0.8"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("http://", "https://");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self';")
                .doesNotContain("http");
    }

    private static JsonNode parameter(JsonNode operation, String name) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError("No parameter " + name);
    }

    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        get(OPERATOR, "/api/openapi.json")
                .body()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        return operations;
    }
}
