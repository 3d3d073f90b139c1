package roster.check;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;

/**
 * Running instances are moved between versions by ids, and analysts read them: those that the editor makes up say nothing. Nobody stands on an arrow, so
 * its id may.
 */
class MeaningfulIds implements Rule {

    private static final Pattern MADE_UP = Pattern.compile("_[01][0-9a-z]{6}$");

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return Stream.of(FlowNode.class, Process.class, Participant.class, Message.class, Error.class)
                .flatMap(type -> diagram.model().getModelElementsByType(type).stream())
                .map(BaseElement.class::cast)
                .filter(element -> MADE_UP.matcher(element.getId()).find())
                .map(
                        element -> diagram.finding(
                                element,
                                "has an id that the editor made up; name it after what it is, such as ServiceTask_SendInvitation"));
    }
}
