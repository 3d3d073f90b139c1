package roster.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes an {@code Accept} that cannot be read for none (RFC 9110, 12.5.1), for a refusal would have to be written in a form that it accepts, and a
 * {@code Content-Type} that cannot be read for that of an unknown body (8.3), which operations refuse.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReadableMediaTypes extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var unreadable = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String header : List.of(HttpHeaders.ACCEPT, HttpHeaders.CONTENT_TYPE)) {
            if (!isReadable(Collections.list(request.getHeaders(header)))) {
                unreadable.add(header);
            }
        }
        chain.doFilter(unreadable.isEmpty() ? request : new Without(request, unreadable), response);
    }

    /** Refusals are written there. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static boolean isReadable(List<String> header) {
        try {
            MediaType.parseMediaTypes(header);
            return true;
        } catch (InvalidMediaTypeException | StringIndexOutOfBoundsException unreadable) {
            // The latter is how Spring's parser stumbles over a type that begins with a quote
            return false;
        }
    }

    private static final class Without extends HttpServletRequestWrapper {

        private final Set<String> left;

        Without(HttpServletRequest request, Set<String> left) {
            super(request);
            this.left = left;
        }

        @Override
        public @Nullable String getContentType() {
            return getHeader(HttpHeaders.CONTENT_TYPE);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return left.contains(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return left.contains(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }
    }
}
