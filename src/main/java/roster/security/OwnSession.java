package roster.security;

import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import roster.account.Person;

/** Keeps the session in which people change their password, under a new id; {@link FreshPerson} ends all others. */
@Component
class OwnSession {

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    @TransactionalEventListener
    void keep(Person.PasswordChanged changed) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                && here.getRequest().getSession(false) != null) {
            here.getRequest().changeSessionId();
            var signedIn = new SecurityContextImpl(PasswordSignIn.signedIn(changed.person()));
            sessions.saveContext(signedIn, here.getRequest(), here.getResponse());
        }
    }
}
