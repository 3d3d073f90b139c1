package roster.diagram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import roster.engine.TaskBeans;

/** Says what is wrong with a diagram before the engine takes it, all of it at once and in the words of who draws. */
@Component
class DiagramCheck {

    private final List<Rule> rules;

    @Autowired
    DiagramCheck(TaskBeans tasks, List<KnownMessages> messages, List<FirstStep> firstSteps) {
        this(
                tasks.names(),
                messages.stream().flatMap(known -> known.names().stream()).collect(Collectors.toSet()),
                firstSteps);
    }

    DiagramCheck(Set<String> tasks, Set<String> messages, List<FirstStep> firstSteps) {
        rules = List.of(
                new HistoryEnds(),
                new BeginsRight(firstSteps),
                new KnownTasks(tasks),
                new KnownMessageNames(messages),
                new NoCode(),
                new ReadingExpressions(),
                new ReadableTimes());
    }

    /** @throws IllegalStateException naming the diagram, each element, what is wrong with it and what would be right */
    void check(Resource diagram) throws IOException {
        List<String> findings = findings(diagram);
        if (!findings.isEmpty()) {
            throw new IllegalStateException(
                    "The diagram " + diagram.getFilename() + " cannot be used:\n  " + String.join("\n  ", findings));
        }
    }

    private List<String> findings(Resource diagram) throws IOException {
        var findings = new ArrayList<String>();
        try (var in = diagram.getInputStream()) {
            BpmnModelInstance model = Bpmn.readModelFromStream(in);
            if (model.getModelElementsByType(Process.class).stream().noneMatch(Process::isExecutable)) {
                findings.add("it has no executable process; draw one, and tick Executable");
            }
            var elements = ((Document) model.getDocument().getDomSource().getNode()).getElementsByTagNameNS("*", "*");
            for (int i = 0; i < elements.getLength(); i++) {
                Element element = (Element) elements.item(i);
                rules.forEach(rule -> rule.objection(element)
                        .ifPresent(objection -> findings.add(Label.of(element) + " " + objection)));
            }
        } catch (ModelException invalid) {
            findings.add("it is no BPMN 2.0, so draw it with the Camunda Modeler: "
                    + NestedExceptionUtils.getMostSpecificCause(invalid).getMessage());
        }
        return findings;
    }
}
