package roster.check;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;

/** A process starts when somebody asks for it at one of the doors, which know who that is; never by a timer, a message or a signal. */
class StartsWhenAsked implements Rule {

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return diagram.flows()
                .flatMap(Flow::beginnings)
                .filter(start -> !start.node()
                        .getChildElementsByType(EventDefinition.class)
                        .isEmpty())
                .map(start -> diagram.finding(
                        start.node(),
                        "starts the process though nobody has asked for it; make it a plain start event"));
    }
}
