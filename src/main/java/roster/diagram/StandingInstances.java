package roster.diagram;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.stereotype.Component;
import roster.check.Checked;
import roster.check.Finding;

/** What instances stand on, of whichever version, stays in the next one under the same id, so that they can be moved to it. */
@Component
class StandingInstances {

    private final RunningInstances running;

    StandingInstances(RunningInstances running) {
        this.running = running;
    }

    /** @param diagram name of the file */
    Stream<Finding> abandonedBy(String diagram, BpmnModelInstance newer) {
        return running.of(Checked.processes(newer)).stream()
                .filter(place -> newer.getModelElementById(place.element()) == null)
                .map(place -> Finding.of(
                        diagram,
                        place.element(),
                        place.label(),
                        "is gone, but instances of version %d stand on it (%d); keep it and its id until none does"
                                .formatted(place.version(), place.instances())));
    }
}
