package roster.invitation;

import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows an incident of the sending in the API as well: the mail has failed, until somebody lets it be tried again. */
@Component
class MailIncidents extends DefaultIncidentHandler {

    private final InvitationSending sending;

    MailIncidents(InvitationSending sending) {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
        this.sending = sending;
    }

    @Override
    public Incident handleIncident(IncidentContext context, @Nullable String message) {
        Incident incident = super.handleIncident(context, message);
        withInvitation(context, id -> sending.mailFailed(id, message));
        return incident;
    }

    @Override
    public void resolveIncident(IncidentContext context) {
        boolean isThere = !Context.getCommandContext()
                .getIncidentManager()
                .findIncidentByConfiguration(context.getConfiguration())
                .isEmpty();
        super.resolveIncident(context);
        if (isThere) { // The engine resolves after every job that ran
            withInvitation(context, sending::mailQueued);
        }
    }

    private static void withInvitation(IncidentContext context, Consumer<UUID> action) {
        if (context.getExecutionId() == null || !isSending(context)) {
            return;
        }
        ExecutionEntity execution =
                Context.getCommandContext().getExecutionManager().findExecutionById(context.getExecutionId());
        boolean ours = execution != null
                && execution.getProcessDefinition().getKey().equals(InvitationProcess.KEY)
                && execution.getProcessBusinessKey() != null;
        if (ours) {
            action.accept(UUID.fromString(execution.getProcessBusinessKey()));
        }
    }

    /** The sending is what the process does asynchronously; its timers have incidents of their own. */
    private static boolean isSending(IncidentContext context) {
        JobDefinitionEntity job = context.getJobDefinitionId() == null
                ? null
                : Context.getCommandContext().getJobDefinitionManager().findById(context.getJobDefinitionId());
        return job != null && job.getJobType().equals(AsyncContinuationJobHandler.TYPE);
    }
}
