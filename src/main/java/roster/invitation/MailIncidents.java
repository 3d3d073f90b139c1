package roster.invitation;

import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
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
        if (context.getExecutionId() == null || context.getJobDefinitionId() == null) {
            return;
        }
        ExecutionEntity execution =
                Context.getCommandContext().getExecutionManager().findExecutionById(context.getExecutionId());
        boolean ours = execution != null
                && execution.getProcessDefinition().getKey().equals(InvitationProcess.KEY)
                && execution.getProcessBusinessKey() != null;
        if (ours && isSending(context.getJobDefinitionId())) {
            action.accept(UUID.fromString(execution.getProcessBusinessKey()));
        }
    }

    /** Other mails of the process, and its timers, have incidents of their own. */
    private static boolean isSending(String jobDefinition) {
        JobDefinitionEntity job =
                Context.getCommandContext().getJobDefinitionManager().findById(jobDefinition);
        BpmnModelInstance diagram = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findBpmnModelInstanceForProcessDefinition(job.getProcessDefinitionId());
        return SendingInDiagram.of(diagram).anyMatch(job.getActivityId()::equals);
    }
}
