package roster.engine;

import org.jspecify.annotations.Nullable;

/**
 * What the store must be asked before the message of this thread's request is correlated. It is asked in the transaction that correlates, so that what it
 * locks stays locked: the engine itself trips where two messages answer one event at the same moment.
 */
final class MessageCheck {

    private static final ThreadLocal<@Nullable Runnable> PENDING = new ThreadLocal<>();

    private MessageCheck() {}

    static void set(Runnable check) {
        PENDING.set(check);
    }

    static @Nullable Runnable pending() {
        return PENDING.get();
    }

    static void clear() {
        PENDING.remove();
    }
}
