package roster.rollout;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What somebody asked for; how far it is, the engine knows.
 *
 * @param id that of the engine's batch
 * @param version that instances are moved to
 * @param workspace only instances of this one; nothing for all
 * @param startedBy address of who asked
 */
record StartedRollout(
        @Id UUID id,
        String process,
        int version,
        Timers timers,
        @Nullable UUID workspace,
        int total,
        Instant startedAt,
        String startedBy) {}
