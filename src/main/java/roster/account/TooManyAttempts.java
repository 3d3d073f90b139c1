package roster.account;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;
import roster.problem.Problem;
import roster.problem.ProblemType;

/** Too many attempts to sign in failed lately, so this one was not looked at, or its outcome is not told. */
public final class TooManyAttempts extends AuthenticationException {

    private final Duration retryAfter;

    TooManyAttempts(Duration retryAfter) {
        super("Too many attempts to sign in failed. Try again in " + retryAfter.toSeconds() + " seconds.");
        this.retryAfter = retryAfter;
    }

    /** The same refusal, in the form of every other. */
    public Problem problem() {
        return Problem.later(ProblemType.TOO_MANY_ATTEMPTS, String.valueOf(getMessage()), retryAfter);
    }

    /** In whole seconds, at least one. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
