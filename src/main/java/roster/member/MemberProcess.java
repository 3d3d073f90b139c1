package roster.member;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import roster.workspace.RoleChoice;

/** What the application tells the processes that change a member. */
@Component
class MemberProcess {

    /** Each action's process. */
    static final Map<MemberAction, String> KEYS = Map.of(
            MemberAction.BLOCK, "block-member",
            MemberAction.UNBLOCK, "unblock-member",
            MemberAction.DELETE, "delete-member",
            MemberAction.SET_ROLE, "set-member-role");

    /** The account of who asked; there from the request to the change. */
    static final String REQUESTED_BY = "requestedBy";

    private final RuntimeService runtime;

    MemberProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Answers whether the change has been made, or waits in the process. */
    boolean requested(MemberAction action, UUID workspace, UUID member, RoleChoice choice) {
        var input = Variables.createVariables()
                .putValueTyped("workspace", Variables.stringValue(workspace.toString(), true))
                .putValueTyped("member", Variables.stringValue(member.toString(), true));
        if (action == MemberAction.SET_ROLE) {
            input.putValue("role", choice.role()).putValue("miniPrograms", choice.miniPrograms());
        }
        var instance = runtime.createProcessInstanceByKey(KEYS.get(action))
                .setVariables(input)
                .executeWithVariablesInReturn();
        return !instance.getVariables().containsKey(REQUESTED_BY);
    }
}
