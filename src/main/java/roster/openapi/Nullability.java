package roster.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a record says of null, the description says as well: a component that may be null is optional, every other one is there. */
@Component
class Nullability implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        if (!others.hasNext()) {
            return null;
        }
        Schema<?> resolved = others.next().resolve(type, context, others);
        JavaType javaType = Json.mapper().constructType(type.getType());
        if (resolved != null && javaType != null && javaType.getRawClass().isRecord()) {
            Schema<?> model = resolved.get$ref() == null
                    ? resolved
                    : context.getDefinedModels().get(resolved.get$ref().replaceFirst(".*/", ""));
            if (model != null && model.getProperties() != null) {
                for (RecordComponent component : javaType.getRawClass().getRecordComponents()) {
                    describe(model, component);
                }
            }
        }
        return resolved;
    }

    private static void describe(Schema<?> model, RecordComponent component) {
        Schema<?> property = model.getProperties().get(component.getName());
        boolean known = model.getRequired() != null && model.getRequired().contains(component.getName());
        if (property == null || known) {
            return;
        }
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            model.addRequiredItem(component.getName());
        } else if (property.get$ref() == null) {
            property.setNullable(true);
        }
    }
}
