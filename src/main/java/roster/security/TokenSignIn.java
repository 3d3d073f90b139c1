package roster.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;
import roster.account.Person;
import roster.account.TokenManagement;

/** Signs in with {@code Authorization: Bearer} and an API token. */
final class TokenSignIn extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final TokenManagement tokens;
    private final AuthenticationEntryPoint problems;

    TokenSignIn(TokenManagement tokens, AuthenticationEntryPoint problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            try {
                SecurityContextHolder.setContext(
                        new SecurityContextImpl(PasswordSignIn.signedIn(holder(header, request.getRemoteAddr()))));
            } catch (AuthenticationException refused) {
                problems.commence(request, response, refused);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private Person holder(String header, String ip) {
        return tokens.holder(header.substring(SCHEME.length()).strip(), ip)
                .orElseThrow(() -> new BadCredentialsException("The token is unknown or has expired"));
    }
}
