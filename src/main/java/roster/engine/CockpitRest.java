package roster.engine;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappInitializer;
import org.glassfish.jersey.server.ServerProperties;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;
import roster.problem.Problem;

/** Lets the REST API behind Cockpit's pages tell our refusals; it is another one than {@link EngineRest}, and the engine's library registers it. */
@Component
class CockpitRest implements BeanPostProcessor {

    private static final String SERVLET = "Engine Api";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof CamundaBpmWebappInitializer webapp
                ? (ServletContextInitializer) context -> register(webapp, context)
                : bean;
    }

    private static void register(CamundaBpmWebappInitializer webapp, ServletContext context) throws ServletException {
        webapp.onStartup(context);
        context.getServletRegistration(SERVLET)
                .setInitParameter(ServerProperties.PROVIDER_CLASSNAMES, Refusals.class.getName());
    }

    /** As problem details, with the member that Cockpit's pages show. */
    public static class Refusals implements ExceptionMapper<Problem> {

        @Override
        public Response toResponse(Problem problem) {
            var body = problem.body();
            body.put("message", problem.getMessage());
            return Response.status(problem.type().status())
                    .type("application/problem+json")
                    .entity(body)
                    .build();
        }
    }
}
