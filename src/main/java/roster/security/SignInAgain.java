package roster.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Leads to the sign-in. Where a session has ended while its page is open, the page loads again as a whole and so leads there too. */
final class SignInAgain extends LoginUrlAuthenticationEntryPoint {

    SignInAgain(String page) {
        super(page);
    }

    /** htmx asks for parts of pages. */
    static boolean isPartOfAPage(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (isPartOfAPage(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Refresh", "true");
        } else {
            super.commence(request, response, failure);
        }
    }
}
