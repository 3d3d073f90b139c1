package roster.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import roster.idempotency.NotRepeatable;

/** Every POST takes the header, unless its answer holds a secret. */
@Component
class IdempotencyKeys implements OperationCustomizer {

    static final String HEADER = "Idempotency-Key";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        boolean isPost = AnnotatedElementUtils.hasAnnotation(method.getMethod(), PostMapping.class);
        if (isPost && !method.hasMethodAnnotation(NotRepeatable.class) && !isThere(operation)) {
            operation.addParametersItem(new HeaderParameter()
                    .name(HEADER)
                    .description(
                            "The same key with the same request within 24 hours gives the first answer again and does nothing again.")
                    .required(false)
                    .schema(new StringSchema().minLength(1).maxLength(255).pattern("^[!-~]+$")));
        }
        return operation;
    }

    /** Of another method for the same path, which takes another type of body. */
    private static boolean isThere(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> HEADER.equals(parameter.getName()));
    }
}
