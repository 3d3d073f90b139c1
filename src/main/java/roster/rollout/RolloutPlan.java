package roster.rollout;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import roster.check.Finding;
import roster.diagram.Running;

/**
 * What a roll-out does, or would do.
 *
 * @param process key of the process
 * @param version the newest, which instances are moved to
 * @param workspace only instances of this one are moved; nothing for all
 * @param total instances on earlier versions
 * @param running where they stand
 * @param findings why they cannot be moved
 * @param rollout what has been started; nothing for a dry run, and where no instance is on an earlier version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RolloutPlan(
        String process,
        int version,
        Timers timers,
        @Nullable UUID workspace,
        long total,
        List<Running> running,
        List<Finding> findings,
        @Nullable Rollout rollout) {

    RolloutPlan started(Rollout started) {
        return new RolloutPlan(process, version, timers, workspace, total, running, findings, started);
    }
}
