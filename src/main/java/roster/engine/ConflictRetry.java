package roster.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the engine's own REST the same second attempt that our doors have; calls inside a transaction are retried by who opened it. */
final class ConflictRetry extends CommandInterceptor {

    private final TransactionTemplate transaction;

    ConflictRetry(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractCorrelateMessageCmd) {
            Runnable check = DoorCheck.pending();
            return check == null || isInTransaction()
                    ? again(() -> correlate(command))
                    : Attempt.retry(() -> transaction.execute(status -> correlate(check, command)));
        }
        if (command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd) {
            Runnable check = DoorCheck.pending();
            return check == null || isInTransaction()
                    ? again(() -> next.execute(command))
                    : Attempt.retry(() -> transaction.execute(status -> checked(check, command)));
        }
        boolean starts =
                command instanceof StartProcessInstanceCmd || command instanceof StartProcessInstanceAtActivitiesCmd;
        return starts ? again(() -> next.execute(command)) : next.execute(command);
    }

    private <T> T checked(Runnable check, Command<T> command) {
        check.run();
        return next.execute(command);
    }

    /** The store allowed it a moment ago; if nothing waits for it now, somebody else was faster. */
    private <T> T correlate(Runnable check, Command<T> command) {
        check.run();
        try {
            return correlate(command);
        } catch (MismatchingMessageCorrelationException moved) {
            throw new ConcurrencyFailureException("The process has moved on", moved);
        }
    }

    private <T> T correlate(Command<T> command) {
        try {
            return next.execute(command);
        } catch (NullPointerException | ProcessEngineException failure) {
            if (isTrip(failure)) {
                throw new ConcurrencyFailureException("The process was changed at the same moment", failure);
            }
            throw failure;
        }
    }

    /** Where what waits vanishes between the engine's look for it and its use, the engine has no word for it and trips over what is missing. */
    private static boolean isTrip(RuntimeException failure) {
        return failure instanceof NullValueException
                || String.valueOf(failure.getMessage()).contains("does not have a subscription")
                || (failure instanceof NullPointerException
                        && failure.getStackTrace().length > 0
                        && failure.getStackTrace()[0].getClassName().startsWith("org.camunda.bpm.engine."));
    }

    private static <T> T again(Supplier<T> command) {
        return isInTransaction() ? command.get() : Attempt.retry(command);
    }

    private static boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }
}
