package roster.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import roster.account.TooManyAttempts;
import roster.problem.Problem;
import roster.problem.ProblemAnswer;
import roster.problem.ProblemType;

/** Tells a caller of an API that they must sign in, or cannot for a while, in the form of every other refusal. */
final class NotSignedIn implements AuthenticationEntryPoint {

    private final ObjectMapper json;

    NotSignedIn(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyAttempts refused) {
            ProblemAnswer.write(refused.problem(), response, json);
            return;
        }
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Roster\", charset=\"UTF-8\"");
        ProblemAnswer.write(
                Problem.of(
                        ProblemType.NOT_SIGNED_IN,
                        "Sign in with an API token (Bearer) or an address and password (Basic)."),
                response,
                json);
    }
}
