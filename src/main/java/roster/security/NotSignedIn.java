package roster.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import roster.problem.Problem;
import roster.problem.ProblemType;

/** Tells a caller of an API that they must sign in, in the form of every other refusal. */
final class NotSignedIn implements AuthenticationEntryPoint {

    private final ObjectMapper json;

    NotSignedIn(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        Problem problem = Problem.of(
                ProblemType.NOT_SIGNED_IN, "Sign in with an API token (Bearer) or an address and password (Basic).");
        response.setStatus(problem.type().status());
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Roster\", charset=\"UTF-8\"");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem.body());
    }
}
