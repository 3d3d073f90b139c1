package roster.engine;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import roster.mail.MailRefused;

/** Ends the retries at once where the mail server will never take the mail, so that the incident shows today and not after the whole cycle. */
final class GiveUpOnRefusal extends JobRetryCmd {

    private GiveUpOnRefusal(String jobId, Throwable failure) {
        super(jobId, failure);
    }

    static Command<Object> commandFor(String jobId, Throwable failure) {
        return isRefusal(failure) ? new GiveUpOnRefusal(jobId, failure) : new DefaultJobRetryCmd(jobId, failure);
    }

    @Override
    public @Nullable Object execute(CommandContext context) {
        JobEntity job = getJob();
        if (job != null) {
            job.unlock();
            logException(job);
            job.setRetries(0);
        }
        return null;
    }

    private static boolean isRefusal(@Nullable Throwable failure) {
        return failure != null && (failure instanceof MailRefused || isRefusal(failure.getCause()));
    }
}
