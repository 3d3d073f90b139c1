package roster.check;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;

/** The engine would take a diagram that it can run nothing of. */
class HasProcess implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return diagram.processes().anyMatch(Process::isExecutable)
                ? Stream.empty()
                : Stream.of(Finding.of(diagram.name(), "it has no executable process; draw one, and tick Executable"));
    }
}
