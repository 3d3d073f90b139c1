package roster.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;

/** A job cannot do its work now, because somebody else acts on the same; it is no failed try of its own, and comes again in a moment. */
public final class TryLater extends OptimisticLockingException {

    public TryLater(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
