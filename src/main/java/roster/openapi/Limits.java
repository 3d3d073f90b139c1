package roster.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import roster.account.Language;
import roster.member.MemberStatus;
import roster.workspace.Role;
import roster.workspace.WorkspaceType;

/** The limits that a name stands for, wherever the API uses it; the domain checks them, so no annotation at a field does. */
final class Limits {

    private static final Map<String, Consumer<Schema<?>>> OF_FIELDS = Map.of(
            "name",
                    schema -> schema.minLength(1)
                            .maxLength(100)
                            .description(text(schema, "1 to 100 characters after trimming, no control characters")),
            "email",
                    schema -> schema.maxLength(254)
                            .format("email")
                            .description(text(schema, "one address, its local part at most 64 characters")),
            "password",
                    schema -> schema.minLength(8)
                            .maxLength(72)
                            .format("password")
                            .description(text(schema, "8 characters to 72 bytes in UTF-8")),
            "role", schema -> oneOf(schema, Role.values()),
            "language", schema -> oneOf(schema, Language.values(), Language::tag),
            "NewWorkspace.type", schema -> oneOf(schema, WorkspaceType.values()));

    private static final Map<String, Supplier<Schema<?>>> OF_PARAMETERS = Map.of(
            "limit", () -> new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(200)),
            "email", () -> new StringSchema().maxLength(254).format("email"),
            "status", () -> oneOf(new StringSchema(), MemberStatus.values()),
            "role", () -> oneOf(new StringSchema(), Role.values()));

    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "workspace", "id of the workspace",
            "If-Match", "the ETag of the row as it was read; refused with 412 if the row has changed since",
            "id", "id of what is asked for, in this workspace or of the caller",
            "token", "the last part of the link that was mailed",
            "key", "key of the process: the id that it has in its diagram",
            "version", "of the process, from 1",
            "dryRun", "whether only to say what would happen");

    private Limits() {}

    static void describe(OpenAPI api) {
        api.getComponents().getSchemas().forEach((name, schema) -> describe(name, schema));
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(Limits::describe);
    }

    private static void describe(String name, Schema<?> schema) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties().forEach((field, property) -> {
            apply(OF_FIELDS.get(field), property);
            apply(OF_FIELDS.get(name + "." + field), property);
        });
    }

    private static void describe(Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        for (Parameter parameter : parameters) {
            var limit = OF_PARAMETERS.get(parameter.getName());
            if (parameter.getIn().equals("query") && limit != null) {
                // A new one, since the schemas of parameters are shared
                parameter.setSchema(limit.get());
            }
            if (parameter.getDescription() == null) {
                parameter.setDescription(DESCRIPTIONS.get(parameter.getName()));
            }
        }
    }

    private static void apply(@Nullable Consumer<Schema<?>> limit, Schema<?> schema) {
        if (limit != null) {
            limit.accept(schema);
        }
    }

    private static String text(Schema<?> schema, String limit) {
        return schema.getDescription() == null ? limit : schema.getDescription() + "; " + limit;
    }

    private static Schema<?> oneOf(Schema<?> schema, Enum<?>[] values) {
        return oneOf(schema, values, Enum::name);
    }

    @SuppressWarnings("unchecked")
    private static <T> Schema<?> oneOf(Schema<?> schema, T[] values, Function<T, String> name) {
        ((Schema<String>) schema).setEnum(Arrays.stream(values).map(name).toList());
        return schema;
    }
}
