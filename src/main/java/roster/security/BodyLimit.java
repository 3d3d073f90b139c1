package roster.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import roster.engine.ReadableRequest;
import roster.problem.Problem;
import roster.problem.ProblemAnswer;

/** Refuses a body of more than 1 MiB before anything is made of it; by what arrives, since a chunked body announces no length. */
final class BodyLimit extends OncePerRequestFilter {

    private final ObjectMapper json;

    BodyLimit(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ReadableRequest readable;
        try {
            readable = new ReadableRequest(request);
        } catch (Problem tooLarge) {
            ProblemAnswer.write(tooLarge, response, json);
            return;
        }
        chain.doFilter(readable, response);
    }
}
