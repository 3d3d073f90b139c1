package roster.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Answers with a refusal where no controller is: in filters. */
public final class ProblemAnswer {

    private ProblemAnswer() {}

    public static void write(Problem problem, HttpServletResponse response, ObjectMapper json) throws IOException {
        response.setStatus(problem.type().status());
        problem.retryAfter().ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem.body());
    }
}
