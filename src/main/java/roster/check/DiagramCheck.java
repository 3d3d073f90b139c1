package roster.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import roster.engine.OpenDoor;
import roster.engine.TaskBeans;

/** Says what is wrong with a diagram before the engine takes it, all of it at once and in the words of who draws. */
@Component
public class DiagramCheck {

    /** Whether the tasks and messages are known; until then the rules of the nouns would find only what follows from that. */
    private final List<Rule> words;

    private final List<Rule> everywhere;
    private final List<Rule> ofNouns;

    @Autowired
    DiagramCheck(TaskBeans tasks, List<OpenDoor> doors, List<KnownMessages> messages, List<Rule> ofNouns) {
        this(
                tasks.names(),
                messages,
                Stream.concat(Stream.of(new KnownProcesses(all(doors, OpenDoor::processes))), ofNouns.stream())
                        .toList());
    }

    public DiagramCheck(Set<String> tasks, List<KnownMessages> messages, List<Rule> ofNouns) {
        Set<String> names = all(messages, KnownMessages::names);
        this.words = List.of(new KnownTasks(tasks), new MessageNamed(names), new KnownMessageNames(names));
        this.everywhere = List.of(
                new HasProcess(),
                new HistoryEnds(),
                new StartsWhenAsked(),
                new OneDefinition(),
                new AskedOnce(),
                new DoneOnce(),
                new EndsItsWay(),
                new NoCode(),
                new ReadingExpressions(),
                new ReadableTimes(),
                new WayOut(all(messages, KnownMessages::endings)),
                new MeaningfulIds(),
                new FullyDrawn());
        this.ofNouns = List.copyOf(ofNouns);
    }

    private static <T> Set<String> all(List<T> contributions, Function<T, Set<String>> which) {
        return contributions.stream().flatMap(one -> which.apply(one).stream()).collect(Collectors.toSet());
    }

    /** @param name of the file */
    public Checked check(String name, byte[] bpmn) {
        return SafeXml.objection(bpmn)
                .map(unsafe -> Checked.unreadable(name, unsafe))
                .orElseGet(() -> checkSafely(name, bpmn));
    }

    private Checked checkSafely(String name, byte[] bpmn) {
        try {
            Diagram diagram = Diagram.read(name, bpmn);
            return new Checked(name, findings(diagram), Optional.of(diagram.model()));
        } catch (ModelException invalid) {
            return Checked.unreadable(
                    name,
                    "it is no BPMN 2.0, so draw it with the Camunda Modeler: "
                            + NestedExceptionUtils.getMostSpecificCause(invalid).getMessage());
        }
    }

    private List<Finding> findings(Diagram diagram) {
        List<Finding> unknown = findings(words, diagram).toList();
        return Stream.of(
                        unknown.stream(),
                        findings(everywhere, diagram),
                        unknown.isEmpty() ? findings(ofNouns, diagram) : Stream.<Finding>empty())
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<Finding> findings(List<Rule> rules, Diagram diagram) {
        return rules.stream().flatMap(rule -> rule.findings(diagram));
    }
}
