package roster.engine;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.stereotype.Component;
import roster.problem.Problem;

/** The engine's own REST API, with refusals told as problem details. */
@Component
class EngineRest extends CamundaJerseyResourceConfig {

    @Override
    protected void registerAdditionalResources() {
        register(Refusals.class);
        register(Faults.class);
    }

    /** Our own refusals. */
    static class Refusals implements ExceptionMapper<Problem> {

        @Override
        public Response toResponse(Problem problem) {
            return Response.status(problem.type().status())
                    .type("application/problem+json")
                    .entity(problem.body())
                    .build();
        }
    }

    /** The engine's refusals, with the engine's own members kept for its clients. Its faults tell nothing about the inside. */
    static class Faults implements ContainerResponseFilter {

        private static final Pattern CLASS_NAME = Pattern.compile("\\b(?:[a-z][a-z0-9_]*\\.){2,}[A-Z][\\w$]*(?:: )?");

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (response.getEntity() instanceof ExceptionDto fault) {
                var body = refusal(response.getStatus(), withoutClassNames(fault));
                if (fault.getCode() != null) {
                    body.put("code", fault.getCode());
                }
                answer(response, body);
            } else if (response.getStatus() >= 400 && response.getEntity() instanceof String) {
                // What the JSON library says of a value of the wrong type names classes
                answer(
                        response,
                        refusal(response.getStatus(), "The body has a value of a type that is not possible there."));
            }
        }

        private static void answer(ContainerResponseContext response, Map<String, Object> body) {
            response.setEntity(body, response.getEntityAnnotations(), MediaType.valueOf("application/problem+json"));
        }

        private static Map<String, Object> refusal(int status, String detail) {
            boolean internal = status >= 500;
            var body = new LinkedHashMap<String, Object>();
            body.put("type", "urn:roster:problem:engine-refused");
            body.put("title", internal ? "Internal error" : "Refused by the engine");
            body.put("status", status);
            body.put("detail", internal ? "The engine failed; Roster's log says why." : detail);
            return body;
        }

        private static String withoutClassNames(ExceptionDto fault) {
            return CLASS_NAME.matcher(String.valueOf(fault.getMessage())).replaceAll("");
        }
    }
}
