package roster.engine;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import roster.problem.Problem;

/**
 * Runs a change in one transaction. If somebody else changed the same at the same moment, it runs once more, and then meets what the other has
 * stored: the second answer is the truth, such as "already accepted".
 */
@Component
public class Attempt {

    private final TransactionTemplate transaction;

    Attempt(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /**
     * Inside a transaction the change is a part of it, and whoever opened it runs it again.
     *
     * @throws Problem CONFLICT if the second run meets somebody else as well
     */
    public <T> T run(Supplier<T> change) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? change.get()
                : retry(() -> transaction.execute(status -> change.get()));
    }

    static <T> T retry(Supplier<T> change) {
        try {
            return change.get();
        } catch (RuntimeException first) {
            if (!isConflict(first)) {
                throw first;
            }
        }
        try {
            return change.get();
        } catch (RuntimeException second) {
            if (!isConflict(second)) {
                throw second;
            }
            throw Problem.conflict();
        }
    }

    /** Looks at the causes as well: the store and the engine both wrap what the database said. */
    private static boolean isConflict(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof OptimisticLockingException
                        || failure instanceof ConcurrencyFailureException
                        || isBrokenConstraint(failure)
                        || isConflict(failure.getCause()));
    }

    /** Class 23 of the SQL states: a row came or went that the check a moment ago had seen otherwise. */
    private static boolean isBrokenConstraint(Throwable failure) {
        return failure instanceof SQLException sql
                && String.valueOf(sql.getSQLState()).startsWith("23");
    }
}
