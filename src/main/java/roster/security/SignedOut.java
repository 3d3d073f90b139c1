package roster.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads to the sign-in page, or back to the invitation that somebody wants to accept with another account. */
final class SignedOut extends SimpleUrlLogoutSuccessHandler {

    SignedOut(String page) {
        setDefaultTargetUrl(page);
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        String token = request.getParameter("invitation");
        return token == null
                ? getDefaultTargetUrl()
                : UriComponentsBuilder.fromPath("/invitations")
                        .pathSegment(token)
                        .build()
                        .encode()
                        .toUriString();
    }
}
