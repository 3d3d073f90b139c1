package roster.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import roster.problem.ProblemType;

/** Which statuses an operation can refuse with follows from what it takes, so that a new operation is described without a list of its own. */
final class Refusals {

    private Refusals() {}

    static void describe(String path, HttpMethod method, Operation operation) {
        boolean byLink = path.contains("{token}");
        if (byLink) {
            // Who holds the link need not sign in
            operation.addSecurityItem(new SecurityRequirement());
            operation.addSecurityItem(new SecurityRequirement().addList("bearer"));
            operation.addSecurityItem(new SecurityRequirement().addList("basic"));
        }
        for (int status : statuses(path, method, operation)) {
            operation.getResponses().addApiResponse(String.valueOf(status), refusal(status));
        }
    }

    private static SortedSet<Integer> statuses(String path, HttpMethod method, Operation operation) {
        var statuses = new TreeSet<>(Arrays.asList(401, 406, 429));
        boolean changes = method != HttpMethod.GET;
        if (has(operation, "query") || operation.getRequestBody() != null || method == HttpMethod.POST) {
            statuses.add(400);
        }
        boolean inWorkspace = names(operation).anyMatch("workspace"::equals);
        if (inWorkspace || has(operation, "path")) {
            statuses.add(404);
        }
        boolean ofThePlatform = path.startsWith("/api/diagrams");
        if (changes || inWorkspace || ofThePlatform || (has(operation, "path") && !path.contains("{token}"))) {
            statuses.add(403);
        }
        if (changes) {
            statuses.addAll(Arrays.asList(409, 413));
        }
        if (operation.getRequestBody() != null) {
            statuses.add(415);
        }
        if (path.contains("{token}")) {
            statuses.add(410);
        }
        if (names(operation).anyMatch("If-Match"::equals)) {
            statuses.add(412);
        }
        if (names(operation).anyMatch(IdempotencyKeys.HEADER::equals)) {
            statuses.add(422);
        }
        return statuses;
    }

    private static ApiResponse refusal(int status) {
        var schema = new Schema<>().$ref("#/components/schemas/ProblemDetails");
        var response = new ApiResponse()
                .description(description(status))
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
        if (status == ProblemType.TOO_MANY_ATTEMPTS.status()) {
            response.addHeaderObject(
                    "Retry-After", new Header().description("Seconds").schema(new IntegerSchema()));
        }
        return response;
    }

    private static String description(int status) {
        String types = Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .map(type -> type.title() + " (`" + type.uri() + "`)")
                .collect(Collectors.joining(", "));
        return types.isEmpty() ? HttpStatus.valueOf(status).getReasonPhrase() : types;
    }

    private static boolean has(Operation operation, String in) {
        return operation.getParameters() != null
                && operation.getParameters().stream().map(Parameter::getIn).anyMatch(in::equals);
    }

    private static Stream<String> names(Operation operation) {
        return operation.getParameters() == null
                ? Stream.empty()
                : operation.getParameters().stream().map(Parameter::getName);
    }
}
