package roster.account;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import roster.problem.Problem;
import roster.problem.ProblemType;

/** Who acts: the person signed in at whichever door the call came through. */
@Component
public class CurrentPerson {

    public Optional<Person> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Person person
                ? Optional.of(person)
                : Optional.empty();
    }

    /** @throws Problem NOT_SIGNED_IN */
    public Person require() {
        return find().orElseThrow(() -> Problem.of(ProblemType.NOT_SIGNED_IN, "Sign in to do this."));
    }

    /** Runs something that the clock does, whoever is signed in at the moment. */
    public void asTheClock(Runnable action) {
        in(new SecurityContextImpl(), () -> {
            action.run();
            return true;
        });
    }

    /** Runs something as a person who has just proved who they are, though no door signed them in. */
    public <T> T as(Person person, Supplier<T> action) {
        return in(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of())),
                action);
    }

    private static <T> T in(SecurityContext context, Supplier<T> action) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(context);
        try {
            return action.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
