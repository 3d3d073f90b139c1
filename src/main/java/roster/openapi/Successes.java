package roster.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Objects;

/** What the code of the controllers does not show of the answers that are no refusals: their headers, and when there are several. */
final class Successes {

    private static final String ROW = "#/components/schemas/Row";

    private Successes() {}

    static void describe(String path, HttpMethod method, Operation operation) {
        var responses = operation.getResponses();
        if (path.contains("/members/{id}") && method != HttpMethod.GET) {
            Content content =
                    responses.containsKey("200") ? responses.get("200").getContent() : null;
            responses.addApiResponse(
                    "202",
                    new ApiResponse()
                            .description("The change waits, since the process has an approval before it")
                            .content(content));
        }
        ApiResponse planned = responses.get("200");
        if (path.startsWith("/api/diagrams")
                && method == HttpMethod.POST
                && !path.endsWith("/retry")
                && planned != null) {
            planned.setDescription("What it would do, or that it changes nothing");
            responses.addApiResponse(
                    "201",
                    new ApiResponse().description("Done: deployed, or started").content(planned.getContent()));
        }
        if (method == HttpMethod.GET && responses.values().stream().anyMatch(Successes::holdsRow)) {
            responses.addApiResponse("304", new ApiResponse().description("Not changed: `If-None-Match` is its ETag"));
        }
        responses.values().stream()
                .filter(Successes::holdsRow)
                .forEach(response -> response.addHeaderObject("ETag", header("Of this version of the row")));
        if (responses.containsKey("201") && isAddressed(path)) {
            responses.get("201").addHeaderObject("Location", header("Path of what was made"));
        }
    }

    private static boolean isAddressed(String path) {
        return path.endsWith("/workspaces") || path.endsWith("/invitations") || path.endsWith("/rollouts");
    }

    private static boolean holdsRow(ApiResponse response) {
        return response.getContent() != null
                && response.getContent().values().stream()
                        .anyMatch(media -> media.getSchema() != null
                                && Objects.equals(media.getSchema().get$ref(), ROW));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }
}
