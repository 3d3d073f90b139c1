package roster.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import roster.engine.GroupedTimers;
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
    JavaDelegate sendReminder(InvitationSending sending) {
        return execution -> sending.remind(invitation(execution), occurrence(execution));
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
    JavaDelegate notifyInviter(InviterNotice notice) {
        return execution -> notice.send(invitation(execution), execution.getProcessInstanceId());
    }

    @Bean
    BpmnParseListener expiryFromDiagram(Registrations registrations, Clock clock) {
        return new ExpiryFromDiagram((businessKey, due) -> open(registrations, businessKey, clock.instant(), due));
    }

    @Bean
    OpenDoor invitationDoor() {
        return new OpenDoor(
                Set.of(InvitationProcess.KEY), Set.of(InvitationProcess.WITHDRAW, InvitationProcess.RESEND));
    }

    @Bean
    GroupedTimers invitationTimers() {
        return new GroupedTimers(Set.of(InvitationProcess.KEY));
    }

    /** The engine can be told to open an invitation that nobody registered or renewed; it must not live longer by that. */
    private static void open(Registrations registrations, @Nullable String businessKey, Instant now, Instant due) {
        boolean isNew = ProcessInput.parsed(businessKey)
                .filter(id -> registrations.open(id, now, due))
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

    /** The job is the same at each try, and another one for the next reminder. */
    private static String occurrence(DelegateExecution execution) {
        JobEntity job = Context.getCommandContext().getCurrentJob();
        return job == null ? execution.getId() : job.getId();
    }

    private static UUID invitation(DelegateExecution execution) {
        return ProcessInput.businessKey(execution).orElseThrow(() -> Problem.notFound("invitation"));
    }
}
