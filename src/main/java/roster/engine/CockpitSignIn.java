package roster.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/** Lets whoever is signed in to Roster into Cockpit without a second login; the web application creates it by its name. */
public class CockpitSignIn implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        return request.getUserPrincipal() == null
                ? AuthenticationResult.unsuccessful()
                : AuthenticationResult.successful(request.getUserPrincipal().getName());
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // The security filter has sent strangers to the sign-in page before
    }
}
