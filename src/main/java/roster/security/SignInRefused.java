package roster.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import roster.account.TooManyAttempts;

/** Back to the sign-in page, or to the page that says how long to wait. */
final class SignInRefused extends SimpleUrlAuthenticationFailureHandler {

    SignInRefused(String signInPage) {
        super(signInPage);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure instanceof TooManyAttempts refused) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(refused.retryAfter().toSeconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value(), refused.getMessage());
        } else {
            super.onAuthenticationFailure(request, response, failure);
        }
    }
}
