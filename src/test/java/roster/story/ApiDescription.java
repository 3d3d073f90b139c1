package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Set;

/** Holds every answer of every story against the description that Roster gives of itself. */
final class ApiDescription {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<Integer> NO_OPERATION = Set.of(401, 404, 405);

    private static ApiDescription read;

    private final OpenApiInteractionValidator validator;

    private ApiDescription(String text) {
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(text)
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request.security", ValidationReport.Level.IGNORE)
                        .build())
                .build();
    }

    static synchronized ApiDescription of(Story story) throws IOException, InterruptedException {
        if (read == null) {
            var answer = HttpClient.newHttpClient()
                    .send(
                            story.requestByPassword(Story.OPERATOR, "/api/openapi.json")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            read = new ApiDescription(answer.body());
        }
        return read;
    }

    void check(HttpResponse<String> answer) {
        String path = answer.request().uri().getRawPath();
        String method = answer.request().method();
        boolean isDescription = path.startsWith("/api/openapi.json")
                || path.startsWith("/api/docs")
                || path.startsWith("/api/swagger-ui");
        if (!path.startsWith("/api/") || isDescription || !METHODS.contains(method)) {
            return;
        }
        var response = SimpleResponse.Builder.status(answer.statusCode());
        answer.headers().map().forEach((name, values) -> response.withHeader(name, values));
        if (!answer.body().isEmpty()) {
            response.withBody(answer.body());
        }
        var report = validator.validateResponse(path, Request.Method.valueOf(method), response.build());
        boolean noOperation = report.getMessages().stream()
                .anyMatch(message -> message.getKey().equals("validation.request.path.missing")
                        || message.getKey().equals("validation.request.operation.notAllowed"));
        if (!(noOperation && NO_OPERATION.contains(answer.statusCode()))) {
            assertThat(report.getMessages())
                    .as("%s %s answered %s %s", method, path, answer.statusCode(), answer.body())
                    .isEmpty();
        }
    }
}
