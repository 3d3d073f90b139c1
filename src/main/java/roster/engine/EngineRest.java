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
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import roster.problem.DatabaseDown;
import roster.problem.Problem;

/** The engine's own REST API, with refusals told as problem details. */
@Component
class EngineRest extends CamundaJerseyResourceConfig {

    @Override
    protected void registerAdditionalResources() {
        register(Refusals.class);
        register(Faults.class);
        register(EngineCutOff.class);
        register(StoreCutOff.class);
        register(TransactionCutOff.class);
    }

    /** Our own refusals. */
    static class Refusals implements ExceptionMapper<Problem> {

        @Override
        public Response toResponse(Problem problem) {
            return refused(problem);
        }
    }

    private static Response refused(Problem problem) {
        return Response.status(problem.type().status())
                .type("application/problem+json")
                .header("Retry-After", problem.retryAfter().orElse(null))
                .entity(problem.body())
                .build();
    }

    /** Faults of which a database that is down is one; the engine's own answer to each is an internal error. */
    abstract static class CutOff<T extends Throwable> implements ExceptionMapper<T> {

        @Override
        public Response toResponse(T fault) {
            return DatabaseDown.in(fault)
                    .map(EngineRest::refused)
                    .orElseGet(() -> ExceptionHandlerHelper.getInstance().getResponse(fault));
        }
    }

    static class EngineCutOff extends CutOff<ProcessEnginePersistenceException> {}

    static class StoreCutOff extends CutOff<DataAccessException> {}

    static class TransactionCutOff extends CutOff<TransactionException> {}

    /** The engine's refusals, with the engine's own members kept for its clients. Its faults tell nothing about the inside. */
    static class Faults implements ContainerResponseFilter {

        private static final Pattern CLASS_NAME = Pattern.compile("\\b(?:[a-z][a-z0-9_]*\\.){2,}[A-Z][\\w$]*(?:: )?");

        /** How the engine says that what an id names is not there, and for identity links of tasks how it trips over that. */
        private static final Pattern NOT_THERE = Pattern.compile("(: \\w+ is null|because \"task\" is null)$");

        /** How it says that it reads no Java objects. */
        private static final Pattern NOT_READ = Pattern.compile("Java serialization format is prohibited");

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (response.getEntity() instanceof ExceptionDto fault) {
                if (response.getStatus() >= 500) {
                    response.setStatus(status(response.getStatus(), String.valueOf(fault.getMessage())));
                }
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

        /** Of what the engine takes for faults of its own, the callers' are told as such. */
        private static int status(int status, String message) {
            if (NOT_THERE.matcher(message).find()) {
                return 404;
            }
            return NOT_READ.matcher(message).find() ? 400 : status;
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
