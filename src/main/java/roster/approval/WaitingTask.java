package roster.approval;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user task that waits in a process of ours.
 *
 * @param process key of the process
 * @param target its business key
 * @param variables of the process
 * @param until when an interrupting timer at it is due
 */
record WaitingTask(
        UUID id,
        String step,
        UUID workspace,
        String process,
        UUID target,
        Map<String, Object> variables,
        Instant since,
        @Nullable Instant until) {}
