package roster.check;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/**
 * A diagram that has been looked at.
 *
 * @param name of the file
 * @param model nothing if it cannot be read
 */
public record Checked(String name, List<Finding> findings, Optional<BpmnModelInstance> model) {

    static Checked unreadable(String name, String why) {
        return new Checked(name, List.of(Finding.of(name, why)), Optional.empty());
    }

    public Checked with(Stream<Finding> more) {
        return new Checked(name, Stream.concat(findings.stream(), more).toList(), model);
    }

    /** The keys of its processes. */
    public SortedSet<String> processes() {
        return model.map(Checked::processes).orElseGet(TreeSet::new);
    }

    /** The keys of the processes that the engine can run. */
    public static SortedSet<String> processes(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .map(Process::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
