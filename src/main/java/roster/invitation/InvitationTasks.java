package roster.invitation;

import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import roster.diagram.KnownMessages;
import roster.problem.Problem;
import roster.problem.Violations;

/** What the process tells the application: one bean for each task of the diagram, with the task's name. */
@Configuration(proxyBeanMethods = false)
class InvitationTasks {

    private static final Set<String> INPUT = Set.of("workspace", "name", "email", "role", "miniPrograms");

    @Bean
    JavaDelegate registerInvitation(InvitationSteps steps) {
        return execution -> {
            refuseSecondRegistration(execution, steps);
            refuseUnknownInput(execution);
            var request = new InvitationRequest(
                    text(execution, "name"),
                    text(execution, "email"),
                    text(execution, "role"),
                    text(execution, "miniPrograms"));
            UUID id = steps.register(workspace(execution), request, execution.getProcessInstanceId());
            execution.setProcessBusinessKey(id.toString());
            execution.removeVariables(INPUT);
        };
    }

    @Bean
    JavaDelegate sendInvitation(InvitationSteps steps) {
        return execution -> steps.send(invitation(execution));
    }

    @Bean
    JavaDelegate createMember(InvitationSteps steps) {
        return execution ->
                steps.createMember(invitation(execution), text(execution, "token"), execution.getProcessInstanceId());
    }

    @Bean
    JavaDelegate expireInvitation(InvitationSteps steps) {
        return execution -> steps.expire(invitation(execution), execution.getProcessInstanceId());
    }

    @Bean
    JavaDelegate renewInvitation(InvitationSteps steps) {
        return execution -> steps.renew(invitation(execution), execution.getProcessInstanceId());
    }

    @Bean
    JavaDelegate withdrawInvitation(InvitationSteps steps) {
        return execution -> steps.withdraw(invitation(execution), execution.getProcessInstanceId());
    }

    @Bean
    BpmnParseListener expiryFromDiagram(Invitations invitations) {
        return new ExpiryFromDiagram((businessKey, due) ->
                invitations.setExpiry(UUID.fromString(businessKey), due.atOffset(ZoneOffset.UTC)));
    }

    @Bean
    KnownMessages invitationMessages() {
        return new KnownMessages(Set.of(
                InvitationProcess.ACCEPT,
                InvitationProcess.WITHDRAW,
                InvitationProcess.RESEND,
                InvitationProcess.INVITER_NO_LONGER_ADMIN));
    }

    /** The engine can be told to run this task in an instance that has registered its invitation already. */
    private static void refuseSecondRegistration(DelegateExecution execution, InvitationSteps steps) {
        String key = execution.getProcessBusinessKey();
        if (key != null && isId(key) && steps.isRegistered(UUID.fromString(key))) {
            throw Problem.invalid("businessKey", "must not be that of another invitation; leave it out");
        }
    }

    /** What no step reads would stay in the process for ever, and analysts would read it. */
    private static void refuseUnknownInput(DelegateExecution execution) {
        var violations = new Violations();
        execution.getVariableNames().stream()
                .filter(name -> !INPUT.contains(name))
                .sorted()
                .forEach(name -> violations.add(name, "is not a field of this request"));
        violations.throwIfAny();
    }

    private static UUID invitation(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        if (key == null || !isId(key)) {
            throw Problem.notFound("invitation");
        }
        return UUID.fromString(key);
    }

    private static UUID workspace(DelegateExecution execution) {
        String id = text(execution, "workspace");
        if (id == null || !isId(id)) {
            throw Problem.invalid("workspace", "must be the id of a workspace");
        }
        return UUID.fromString(id);
    }

    private static @Nullable String text(DelegateExecution execution, String variable) {
        Object value = execution.getVariable(variable);
        if (value != null && !(value instanceof String)) {
            throw Problem.invalid(variable, "must be a text");
        }
        return (String) value;
    }

    private static boolean isId(String text) {
        try {
            UUID.fromString(text);
            return true;
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }
}
