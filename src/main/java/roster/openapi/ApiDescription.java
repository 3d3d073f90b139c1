package roster.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

/** What holds for the whole API. What is peculiar to an operation stands in the javadoc and the types of its controller. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TEXT = """
            Adds members to workspaces. JSON in UTF-8; times are ISO 8601 instants in UTC; ids are UUIDs.

            A body has at most 1 MiB. Refusals are problem details (RFC 9457). What is in a workspace that the caller does not belong to is not there (404).

            A POST that is sent again with the same `Idempotency-Key` by the same caller within 24 hours gets the first answer again and does nothing
            again. Refusals are not kept: the same key can be tried again.

            Wrong passwords and tokens are limited by address and by IP; who guesses more gets 429 for a while. A new password ends the
            sessions of a person elsewhere, but API tokens stay valid until they expire or are revoked.""";

    @Bean
    OpenAPI apiAsAWhole() {
        return new OpenAPI()
                .info(new Info().title("Roster").version("1").description(TEXT))
                .components(new Components()
                        .addSecuritySchemes("bearer", http("bearer", "An API token, see `POST /api/tokens`."))
                        .addSecuritySchemes("basic", http("basic", "The address and the password of an account.")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"))
                .addSecurityItem(new SecurityRequirement().addList("basic"));
    }

    @Bean
    OpenApiCustomizer apiAnswers() {
        return api -> {
            api.setTags(null); // Those of single controllers, which nothing is grouped by
            ModelConverters.getInstance()
                    .readAll(ProblemDetails.class)
                    .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                        Successes.describe(path, method, operation);
                        Refusals.describe(path, method, operation);
                    }));
        };
    }

    @Bean
    OpenApiCustomizer apiLimits() {
        return Limits::describe;
    }

    /** Grouped by what they are about, as the packages are. */
    @Bean
    OperationCustomizer apiGroups() {
        return (operation, method) -> operation.tags(
                List.of(ClassUtils.getPackageName(method.getBeanType()).replaceFirst("^roster\\.", "")));
    }

    private static SecurityScheme http(String scheme, String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(scheme)
                .description(description);
    }
}
