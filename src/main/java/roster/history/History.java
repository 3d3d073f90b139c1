package roster.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The door to what happened. It only appends, in the transaction of the action itself. */
@Component
public class History {

    private final HistoryStore store;

    History(HistoryStore store) {
        this.store = store;
    }

    /**
     * Keeps an entry until the transaction commits, and writes it then: the chain of a workspace is locked for that moment only, after every other
     * lock, so that actions in one workspace follow one another briefly, in different ones not at all, and nobody waits in a circle.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(HistoryEntry entry) {
        pending().entries.add(entry);
    }

    /**
     * Newest first.
     *
     * @param target only entries of this row, if given
     * @param before only entries older than this position, if given
     */
    @Transactional(readOnly = true)
    public List<SealedEntry> page(UUID workspace, @Nullable UUID target, @Nullable Long before, int limit) {
        return store.page(workspace, target, before, limit);
    }

    /** The newest entry of one of these actions that a process instance wrote. */
    @Transactional(readOnly = true)
    public Optional<HistoryEntry> newest(String processInstanceId, Set<String> actions) {
        return store.newest(processInstanceId, actions).map(SealedEntry::entry);
    }

    /** Reads the whole chain of a workspace and seals each entry anew. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify(UUID workspace) {
        return store.verify(workspace);
    }

    private Pending pending() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Pending known) {
            return known;
        }
        var pending = new Pending();
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** The entries of one transaction. */
    private final class Pending implements TransactionSynchronization {

        private final List<HistoryEntry> entries = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            store.append(entries);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(History.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(History.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(History.this);
        }
    }
}
