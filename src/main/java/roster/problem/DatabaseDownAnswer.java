package roster.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells of a database that is down where nobody else can: signing in, sessions and pages need it as well, the page that tells of errors among them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseDownAnswer extends OncePerRequestFilter {

    private final ObjectMapper json;

    DatabaseDownAnswer(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            var down = DatabaseDown.in(failure);
            if (down.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            response.reset();
            ProblemAnswer.write(down.get(), response, json);
        }
    }
}
