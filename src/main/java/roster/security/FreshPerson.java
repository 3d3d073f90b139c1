package roster.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import roster.account.AccountManagement;
import roster.account.Person;

/**
 * Reads who is signed in anew for every request of a session, so that whoever is taken out of a group feels it at once. A session that was opened
 * with an earlier password is over.
 */
final class FreshPerson extends OncePerRequestFilter {

    private final AccountManagement accounts;

    FreshPerson(AccountManagement accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        if (before != null && before.getPrincipal() instanceof Person stale) {
            SecurityContextHolder.setContext(accounts.find(stale.id())
                    .filter(person -> person.passwordVersion() == stale.passwordVersion())
                    .map(person -> new SecurityContextImpl(PasswordSignIn.signedIn(person)))
                    .orElseGet(SecurityContextImpl::new));
        }
        chain.doFilter(request, response);
    }

    /** The page that tells of an error is for the same person. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
