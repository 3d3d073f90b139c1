package roster.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import roster.problem.Problem;
import roster.problem.ProblemAnswer;
import roster.problem.ProblemType;

/**
 * Refuses changes that a page of another site makes a browser send: a browser keeps an address and password that it was once given for the API, and
 * would send them along. Every current browser says where a request comes from (Fetch Metadata); programs say nothing.
 */
final class NoForeignSites extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    private final ObjectMapper json;

    NoForeignSites(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && FOREIGN.contains(site) && !READING.contains(request.getMethod())) {
            ProblemAnswer.write(
                    Problem.of(ProblemType.NOT_ALLOWED, "A page of another site may not do this."), response, json);
        } else {
            chain.doFilter(request, response);
        }
    }
}
