package roster.diagram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.xml.ModelParseException;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import roster.engine.TaskBeans;

/** Says what is wrong with a diagram before the engine takes it; the engine itself would find an unknown task only when an instance gets there. */
@Component
class DiagramCheck {

    private final TaskBeans tasks;
    private final Set<String> messages;

    DiagramCheck(TaskBeans tasks, List<KnownMessages> messages) {
        this.tasks = tasks;
        this.messages = messages.stream()
                .flatMap(known -> known.names().stream())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalStateException naming the diagram, each element and what would be right */
    void check(Resource diagram) throws IOException {
        var findings = new ArrayList<String>();
        try (var in = diagram.getInputStream()) {
            BpmnModelInstance model = Bpmn.readModelFromStream(in);
            model.getModelElementsByType(Process.class).forEach(process -> checkTimeToLive(process, findings));
            model.getModelElementsByType(ServiceTask.class).forEach(task -> checkTask(task, findings));
            model.getModelElementsByType(Message.class).forEach(message -> checkMessage(message, findings));
        } catch (ModelParseException invalid) {
            findings.add("it is not a valid BPMN file: " + invalid.getMessage());
        }
        if (!findings.isEmpty()) {
            throw new IllegalStateException(
                    "The diagram " + diagram.getFilename() + " cannot be used: " + String.join("; ", findings));
        }
    }

    private void checkTimeToLive(Process process, List<String> findings) {
        if (process.getCamundaHistoryTimeToLiveString() == null) {
            findings.add("the process \"" + process.getName() + "\" needs a history time to live, such as P180D");
        }
    }

    private void checkTask(ServiceTask task, List<String> findings) {
        String expression = task.getCamundaDelegateExpression();
        boolean known =
                expression != null && tasks.names().stream().anyMatch(name -> expression.equals("${" + name + "}"));
        if (!known) {
            findings.add(
                    "the task \"" + task.getName() + "\" calls " + expression + ", which is none of " + tasks.names());
        }
    }

    private void checkMessage(Message message, List<String> findings) {
        if (!messages.contains(message.getName())) {
            findings.add("nothing sends the message \"" + message.getName() + "\"; known are " + messages);
        }
    }
}
