package roster.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives the engine's own REST the same second attempt that our doors have; calls inside a transaction are retried by who opened it. */
final class ConflictRetry extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractCorrelateMessageCmd) {
            return again(() -> correlate(command));
        }
        boolean starts =
                command instanceof StartProcessInstanceCmd || command instanceof StartProcessInstanceAtActivitiesCmd;
        return starts ? again(() -> next.execute(command)) : next.execute(command);
    }

    /** Where what waits vanishes between the engine's look for it and its use, the engine calls it empty, or trips over it. */
    private <T> T correlate(Command<T> command) {
        try {
            return next.execute(command);
        } catch (NullValueException vanished) {
            throw new ConcurrencyFailureException("The event was answered at the same moment", vanished);
        } catch (NullPointerException fault) {
            if (fault.getStackTrace().length > 0
                    && fault.getStackTrace()[0].getClassName().equals(AbstractCorrelateMessageCmd.class.getName())) {
                throw new ConcurrencyFailureException("The process ended at the same moment", fault);
            }
            throw fault;
        }
    }

    private static <T> T again(Supplier<T> command) {
        return TransactionSynchronizationManager.isActualTransactionActive() ? command.get() : Attempt.retry(command);
    }
}
