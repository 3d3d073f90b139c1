package roster.invitation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import roster.diagram.FirstStep;
import roster.diagram.KnownMessages;
import roster.engine.OpenDoor;
import roster.engine.ProcessInput;
import roster.problem.Problem;
import roster.problem.ProblemType;

/** What the process tells the application: one bean for each task of the diagram, with the task's name. */
@Configuration(proxyBeanMethods = false)
class InvitationTasks {

    private static final Set<String> INPUT = Set.of("workspace", "name", "email", "role", "miniPrograms", "language");

    @Bean
    JavaDelegate registerInvitation(InvitationSteps steps) {
        return execution -> {
            refuseSecondRegistration(execution, steps);
            ProcessInput.refuseOthers(execution, INPUT);
            var request = new InvitationRequest(
                    ProcessInput.text(execution, "name"),
                    ProcessInput.text(execution, "email"),
                    ProcessInput.text(execution, "role"),
                    ProcessInput.text(execution, "miniPrograms"),
                    ProcessInput.text(execution, "language"));
            UUID workspace = ProcessInput.id(execution, "workspace", "workspace");
            UUID id = steps.register(workspace, request, execution.getProcessInstanceId());
            execution.setProcessBusinessKey(id.toString());
            execution.removeVariables(INPUT);
        };
    }

    @Bean
    JavaDelegate sendInvitation(InvitationSending sending) {
        return execution -> sending.send(invitation(execution));
    }

    @Bean
    JavaDelegate createMember(InvitationSteps steps) {
        return execution -> steps.createMember(
                invitation(execution), ProcessInput.text(execution, "token"), execution.getProcessInstanceId());
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
        return new ExpiryFromDiagram((businessKey, due) -> open(invitations, businessKey, due));
    }

    @Bean
    KnownMessages invitationMessages() {
        return new KnownMessages(Set.of(
                InvitationProcess.ACCEPT,
                InvitationProcess.WITHDRAW,
                InvitationProcess.RESEND,
                InvitationProcess.INVITER_NO_LONGER_ADMIN));
    }

    @Bean
    FirstStep registration() {
        return new FirstStep(InvitationProcess.KEY, "registerInvitation");
    }

    @Bean
    OpenDoor invitationDoor() {
        return new OpenDoor(
                Set.of(InvitationProcess.KEY), Set.of(InvitationProcess.WITHDRAW, InvitationProcess.RESEND));
    }

    /** The engine can be told to open an invitation that nobody registered or renewed; it must not live longer by that. */
    private static void open(Invitations invitations, @Nullable String businessKey, Instant due) {
        boolean isNew = ProcessInput.parsed(businessKey)
                .filter(id -> invitations.setExpiry(id, due.atOffset(ZoneOffset.UTC)))
                .isPresent();
        if (!isNew) {
            throw Problem.of(
                    ProblemType.NOT_ALLOWED, "Only an invitation that was just registered or renewed can be opened.");
        }
    }

    /** The engine can be told to run this task in an instance that has registered its invitation already. */
    private static void refuseSecondRegistration(DelegateExecution execution, InvitationSteps steps) {
        if (ProcessInput.businessKey(execution).filter(steps::isRegistered).isPresent()) {
            throw Problem.invalid("businessKey", "must not be that of another invitation; leave it out");
        }
    }

    private static UUID invitation(DelegateExecution execution) {
        return ProcessInput.businessKey(execution).orElseThrow(() -> Problem.notFound("invitation"));
    }
}
