package roster.operation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets each line that is logged while a request runs say which workspace and which row of its list it is about. The engine does the same for its jobs.
 * Only ids: a path can also hold the token of a link.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LogContext extends OncePerRequestFilter {

    private static final String ID = "\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";
    private static final Pattern PATH =
            Pattern.compile("/workspaces/(" + ID + ")(?:/(?:invitations|members)/(" + ID + "))?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher path = PATH.matcher(request.getRequestURI());
        if (!path.find()) {
            chain.doFilter(request, response);
            return;
        }
        try (var workspace = MDC.putCloseable("workspace", path.group(1));
                var row = MDC.putCloseable("invitation", path.group(2))) {
            chain.doFilter(request, response);
        }
    }
}
