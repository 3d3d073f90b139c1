package roster.console;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import roster.workspace.MiniProgramRule;
import roster.workspace.Role;
import roster.workspace.WorkspaceManagement;

/** The choice of a role, and of mini programs where the role takes some. */
@Component
class RoleForm {

    private final WorkspaceManagement workspaces;

    RoleForm(WorkspaceManagement workspaces) {
        this.workspaces = workspaces;
    }

    /** For a member, who may have mini programs in every role that does not see all of them. */
    ModelAndView offer(ModelAndView view, UUID workspace, NewRole chosen) {
        List<Role> roles = workspaces.require(workspace).type().roles();
        MiniProgramRule rule = rule(roles, chosen.role());
        return offer(view, workspace, chosen, roles, rule == MiniProgramRule.REFUSED ? null : rule);
    }

    /** For somebody who is invited, where mini programs are asked only if the role needs them. */
    ModelAndView offerToInvite(ModelAndView view, UUID workspace, NewRole chosen, List<Role> roles) {
        MiniProgramRule rule = rule(roles, chosen.role());
        return offer(view, workspace, chosen, roles, rule == MiniProgramRule.REQUIRED ? rule : null);
    }

    /** @param rule null where no mini programs are chosen */
    private ModelAndView offer(
            ModelAndView view, UUID workspace, NewRole chosen, List<Role> roles, @Nullable MiniProgramRule rule) {
        return view.addObject("chosen", chosen)
                .addObject("roles", roles)
                .addObject("rule", rule)
                .addObject("miniPrograms", rule == null ? List.of() : workspaces.miniPrograms(workspace));
    }

    private static MiniProgramRule rule(List<Role> roles, @Nullable String chosen) {
        return roles.stream()
                .filter(role -> role.name().equals(chosen))
                .map(Role::miniPrograms)
                .findFirst()
                .orElse(MiniProgramRule.REFUSED);
    }
}
