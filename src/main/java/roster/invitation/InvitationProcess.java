package roster.invitation;

import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** What the application tells the process. Texts travel as transient variables, which the engine never stores. */
@Component
class InvitationProcess {

    static final String KEY = "invitation";
    static final String ACCEPT = "AcceptInvitation";
    static final String WITHDRAW = "WithdrawInvitation";
    static final String RESEND = "ResendInvitation";
    static final String INVITER_NO_LONGER_ADMIN = "InviterNoLongerAdmin";

    private final RuntimeService runtime;
    private final ManagementService management;

    InvitationProcess(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    /** Answers the invitation's id. */
    UUID requested(UUID workspace, InvitationRequest request) {
        VariableMap input = Variables.createVariables();
        put(input, "workspace", workspace.toString());
        put(input, "name", request.name());
        put(input, "email", request.email());
        put(input, "role", request.role());
        put(input, "miniPrograms", request.miniPrograms());
        put(input, "language", request.language());
        return UUID.fromString(runtime.startProcessInstanceByKey(KEY, input).getBusinessKey());
    }

    void accepted(UUID id, String token) {
        correlate(message(ACCEPT, id).setVariable("token", Variables.stringValue(token, true)));
    }

    void withdrawn(UUID id) {
        correlate(message(WITHDRAW, id));
    }

    void resent(UUID id) {
        correlate(message(RESEND, id));
    }

    void inviterNoLongerAdmin(UUID id) {
        correlate(message(INVITER_NO_LONGER_ADMIN, id));
    }

    /** Fires the timers that are due, as the job executor would have; it may be late, or stopped. */
    void catchUp(UUID id) {
        management.createJobQuery().processInstanceId(instance(id)).timers().executable().list().stream()
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    /** Lets the process go on from the sending, for the mail has arrived. */
    void arrived(UUID id) {
        management.createJobQuery().processInstanceId(instance(id)).messages().list().stream()
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    private String instance(UUID id) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString(), KEY)
                .singleResult();
        return instance == null ? "none" : instance.getId();
    }

    private MessageCorrelationBuilder message(String name, UUID id) {
        return runtime.createMessageCorrelation(name).processInstanceBusinessKey(id.toString());
    }

    /** The store allowed it a moment ago; if nothing waits for it now, somebody else was faster. */
    private static void correlate(MessageCorrelationBuilder message) {
        try {
            message.correlate();
        } catch (MismatchingMessageCorrelationException | OptimisticLockingException moved) {
            throw new ConcurrencyFailureException("The process has moved on", moved);
        }
    }

    private static void put(VariableMap variables, String name, @Nullable String value) {
        variables.putValueTyped(name, Variables.stringValue(value, true));
    }
}
