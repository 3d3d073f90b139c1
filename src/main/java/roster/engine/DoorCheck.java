package roster.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;

/**
 * What the store must be asked before the message of this thread's request is correlated, or its task completed. It is asked in the transaction that does
 * so, so that what it locks stays locked: the engine itself trips where two answer one event or one task at the same moment.
 */
final class DoorCheck {

    private static final ThreadLocal<@Nullable Runnable> PENDING = new ThreadLocal<>();

    private DoorCheck() {}

    /** Runs the check as ourselves, for it may look at more than the caller. */
    static void set(IdentityService identities, Runnable check) {
        PENDING.set(() -> {
            Authentication caller = identities.getCurrentAuthentication();
            identities.clearAuthentication();
            try {
                check.run();
            } finally {
                identities.setAuthentication(caller.getUserId(), caller.getGroupIds(), caller.getTenantIds());
            }
        });
    }

    static @Nullable Runnable pending() {
        return PENDING.get();
    }

    static void clear() {
        PENDING.remove();
    }
}
