package roster.rollout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import roster.diagram.Standing;

/**
 * Moves the running instances of a process to one version of it, in the background.
 *
 * @param process key of the process
 * @param version that instances are moved to
 * @param workspace only instances of this one are moved; nothing for all
 * @param startedBy address of who asked for it
 * @param total instances that were on earlier versions when it began
 * @param moved those that are on the version now, or ended before their turn
 * @param failed those that could not be moved, and stay as they were
 * @param failures who they are, at most 100
 */
public record Rollout(
        UUID id,
        String process,
        int version,
        Timers timers,
        @Nullable UUID workspace,
        Instant startedAt,
        String startedBy,
        State state,
        long total,
        long moved,
        long failed,
        List<Failure> failures) {

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        /** All had their turn, and some could not be moved. */
        FAILED
    }

    /**
     * An instance that could not be moved.
     *
     * @param instance the engine's id of it
     * @param businessKey id of the invitation, or of the member
     * @param at where it stands now; nothing if it has ended meanwhile
     */
    public record Failure(
            String instance,
            @Nullable String businessKey,
            List<Standing.Place> at,
            @Nullable String reason) {}
}
