package roster.rollout;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.BatchStatistics;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import roster.diagram.Standing;
import roster.diagram.Standings;

/** Says how far roll-outs are. */
@Component
class Progress {

    private static final int MAX_FAILURES = 100;

    private final RolloutBatches batches;
    private final Standings standings;
    private final RuntimeService runtime;

    Progress(RolloutBatches batches, Standings standings, RuntimeService runtime) {
        this.batches = batches;
        this.standings = standings;
        this.runtime = runtime;
    }

    Rollout of(StartedRollout started) {
        return of(started, MAX_FAILURES);
    }

    Rollout briefly(StartedRollout started) {
        return of(started, 0);
    }

    private Rollout of(StartedRollout started, int failures) {
        Optional<BatchStatistics> batch = batches.find(started.id());
        long moved = batch.map(BatchStatistics::getCompletedJobs).orElse(started.total());
        long failed = batch.map(BatchStatistics::getFailedJobs).orElse(0);
        return new Rollout(
                started.id(),
                started.process(),
                started.version(),
                started.timers(),
                started.workspace(),
                started.startedAt(),
                started.startedBy(),
                state(started.total(), moved, failed),
                started.total(),
                moved,
                failed,
                batch.filter(found -> failures > 0 && failed > 0).stream()
                        .flatMap(found -> batches.failed(found, failures).stream())
                        .map(this::failure)
                        .toList());
    }

    private static Rollout.State state(long total, long moved, long failed) {
        if (moved + failed < total) {
            return Rollout.State.RUNNING;
        }
        return failed == 0 ? Rollout.State.DONE : Rollout.State.FAILED;
    }

    private Rollout.Failure failure(RolloutBatches.FailedMove failed) {
        String instance = failed.instance();
        String businessKey = runtime.createProcessInstanceQuery().processInstanceId(instance).list().stream()
                .findFirst()
                .map(ProcessInstance::getBusinessKey)
                .orElse(null);
        List<Standing.Place> at = standings.find(instance).stream()
                .filter(standing -> !standing.ended())
                .flatMap(standing -> standing.at().stream())
                .toList();
        return new Rollout.Failure(instance, businessKey, at, failed.reason());
    }
}
