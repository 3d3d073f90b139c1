package roster.member;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import roster.account.CurrentPerson;
import roster.engine.ProcessInput;
import roster.workspace.RoleChoice;

/**
 * Checks a request in the caller's transaction, however the diagram goes on, and keeps who asked. So an edited diagram can wait for an approval before
 * the change, what is not allowed is refused at once, and the change is made in the name of who asked, not of who approved.
 */
class MemberRequests extends AbstractBpmnParseListener {

    private static final Map<String, MemberAction> ACTIONS =
            MemberProcess.KEYS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private final MemberSteps steps;
    private final CurrentPerson current;

    MemberRequests(MemberSteps steps, CurrentPerson current) {
        this.steps = steps;
        this.current = current;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        MemberAction action = ACTIONS.get(process.getKey());
        if (action != null) {
            // Built-in, because a custom listener can be skipped by whoever starts an instance
            process.addBuiltInListener(
                    ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> request(action, execution));
        }
    }

    private void request(MemberAction action, DelegateExecution execution) {
        boolean setsRole = action == MemberAction.SET_ROLE;
        ProcessInput.refuseOthers(
                execution,
                setsRole ? Set.of("workspace", "member", "role", "miniPrograms") : Set.of("workspace", "member"));
        UUID workspace = ProcessInput.id(execution, "workspace", "workspace");
        UUID member = ProcessInput.id(execution, "member", "member");
        steps.request(action, workspace, member, choice(execution));
        execution.setProcessBusinessKey(member.toString());
        execution.removeVariables(Set.of("workspace", "member"));
        execution.setVariable(MemberProcess.REQUESTED_BY, current.require().id().toString());
    }

    static RoleChoice choice(DelegateExecution execution) {
        return new RoleChoice(ProcessInput.text(execution, "role"), ProcessInput.text(execution, "miniPrograms"));
    }
}
