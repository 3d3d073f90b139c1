package roster.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/** Lets a job that has to {@link TryLater} come again after some seconds; at once it would meet the same, over and over. */
final class WaitAMoment extends JobRetryCmd {

    private static final long MILLIS = 5000;

    WaitAMoment(String jobId, Throwable failure) {
        super(jobId, failure);
    }

    @Override
    public @Nullable Object execute(CommandContext context) {
        JobEntity job = getJob();
        if (job != null) {
            job.unlock();
            job.setDuedate(new Date(ClockUtil.getCurrentTime().getTime() + MILLIS));
        }
        return null;
    }
}
