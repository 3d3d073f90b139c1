package roster.invitation;

import java.time.Instant;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells when an invitation expires: the due date that the engine computed from the interrupting timer in the diagram, in the transaction that
 * opens the invitation. So the three days stand in the diagram alone, and editing them there changes every other place.
 *
 * <p>Uses the engine's internal entities, for the timer is not in the database yet and so no public query can see it.
 */
class ExpiryFromDiagram extends AbstractBpmnParseListener {

    private static final String EXPIRY = "roster:expiry";

    private final BiConsumer<String, Instant> expiresAt;

    /** @param expiresAt takes the business key, which is the invitation's id, and the due date */
    ExpiryFromDiagram(BiConsumer<String, Instant> expiresAt) {
        this.expiresAt = expiresAt;
    }

    @Override
    public void parseBoundaryTimerEventDefinition(Element timer, boolean interrupting, ActivityImpl event) {
        if (interrupting && event.getEventScope() instanceof ActivityImpl open && isInvitationOpen(open)) {
            event.setProperty(EXPIRY, true);
            // Built-in, because a custom listener can be skipped by whoever modifies an instance.
            open.addBuiltInListener(
                    ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> tell(execution, event.getId()));
        }
    }

    /** Whether an event of a diagram is the timer that ends the validity. */
    static boolean is(@Nullable PvmActivity event) {
        return event != null && event.getProperty(EXPIRY) != null;
    }

    /** The sub-process directly in our process; timers elsewhere, such as of an approval, are no expiry. */
    private static boolean isInvitationOpen(ActivityImpl activity) {
        return activity.getFlowScope() instanceof ProcessDefinitionEntity process
                && process.getKey().equals(InvitationProcess.KEY)
                && "subProcess".equals(activity.getProperty("type"));
    }

    private void tell(DelegateExecution execution, String timerId) {
        ((ExecutionEntity) execution)
                .getJobs().stream()
                        .filter(job -> timerId.equals(job.getActivityId()))
                        .forEach(job -> expiresAt.accept(
                                execution.getProcessBusinessKey(),
                                job.getDuedate().toInstant()));
    }
}
