package roster.member;

import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import roster.account.AccountManagement;
import roster.account.CurrentPerson;
import roster.account.Person;
import roster.engine.OpenDoor;
import roster.engine.ProcessInput;
import roster.problem.Problem;

/** What the processes tell the application: one bean for each task of the diagrams, with the task's name. */
@Configuration(proxyBeanMethods = false)
class MemberTasks {

    /** One of {@link MemberSteps}. */
    private interface Change {

        void make(UUID workspace, UUID member, String process);
    }

    private final AccountManagement accounts;
    private final CurrentPerson current;

    MemberTasks(AccountManagement accounts, CurrentPerson current) {
        this.accounts = accounts;
        this.current = current;
    }

    @Bean
    JavaDelegate blockMember(MemberSteps steps) {
        return execution -> change(execution, steps::block);
    }

    @Bean
    JavaDelegate unblockMember(MemberSteps steps) {
        return execution -> change(execution, steps::unblock);
    }

    @Bean
    JavaDelegate deleteMember(MemberSteps steps) {
        return execution -> change(execution, steps::delete);
    }

    @Bean
    JavaDelegate setMemberRole(MemberSteps steps) {
        return execution -> change(
                execution,
                (workspace, member, process) ->
                        steps.setRole(workspace, member, MemberRequests.choice(execution), process));
    }

    @Bean
    JavaDelegate notifyMember(MemberNotice notice) {
        return execution -> notice.send(execution.getProcessInstanceId());
    }

    @Bean
    BpmnParseListener memberRequests(MemberSteps steps) {
        return new MemberRequests(steps, current);
    }

    @Bean
    OpenDoor memberDoor() {
        return new OpenDoor(Set.copyOf(MemberProcess.KEYS.values()), Set.of());
    }

    /** In the name of who asked; once, for the request is used up by it. */
    private void change(DelegateExecution execution, Change change) {
        UUID workspace = UUID.fromString(execution.getTenantId());
        UUID member = ProcessInput.businessKey(execution).orElseThrow(() -> Problem.notFound("member"));
        current.as(requester(execution), () -> {
            change.make(workspace, member, execution.getProcessInstanceId());
            return member;
        });
        execution.removeVariables(Set.of(MemberProcess.REQUESTED_BY, "role", "miniPrograms"));
    }

    private Person requester(DelegateExecution execution) {
        UUID id = ProcessInput.id(execution, MemberProcess.REQUESTED_BY, "person");
        return accounts.find(id).orElseThrow(() -> Problem.notFound("person"));
    }
}
