package roster.rollout;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/diagrams/{key}/rollouts")
class RolloutController {

    /**
     * @param timers what becomes of pending timers: KEEP leaves each due date, RECOMPUTE counts again from when its place was reached
     * @param workspace only instances of this one, such as for a trial; all if left out
     */
    record RolloutRequest(
            @Schema(allowableValues = {"KEEP", "RECOMPUTE"}) @Nullable
            String timers,

            @Nullable UUID workspace) {}

    record Rollouts(List<Rollout> items) {}

    private final RolloutManagement rollouts;

    RolloutController(RolloutManagement rollouts) {
        this.rollouts = rollouts;
    }

    /**
     * Moves the running instances of a process to its newest version, in the background; nothing is started where none is on an earlier version (200).
     * Refused before anything moves if instances stand at an element that the newest version does not have. A dry run says where instances stand and
     * what is against moving them. For platform operators.
     */
    @PostMapping
    ResponseEntity<RolloutPlan> start(
            @PathVariable String key,
            @RequestBody RolloutRequest request,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        RolloutPlan plan = dryRun
                ? rollouts.plan(key, request.timers(), request.workspace())
                : rollouts.start(key, request.timers(), request.workspace());
        Rollout started = plan.rollout();
        return started == null
                ? ResponseEntity.ok(plan)
                : ResponseEntity.created(URI.create("/api/diagrams/" + started.process() + "/rollouts/" + started.id()))
                        .body(plan);
    }

    /** Lists the roll-outs of a process, newest first, without who could not be moved. For platform operators and process analysts. */
    @GetMapping
    Rollouts list(@PathVariable String key) {
        return new Rollouts(rollouts.list(key));
    }

    /** Says how far a roll-out is, and who could not be moved. For platform operators and process analysts. */
    @GetMapping("/{id}")
    Rollout get(@PathVariable String key, @PathVariable UUID id) {
        return rollouts.get(key, id);
    }

    /** Tries again to move those that could not be moved. For platform operators. */
    @PostMapping("/{id}/retry")
    Rollout retry(@PathVariable String key, @PathVariable UUID id) {
        return rollouts.retry(key, id);
    }
}
