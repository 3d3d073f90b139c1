package roster.invitation;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import roster.member.MemberManagement;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.workspace.Access;
import roster.workspace.Permission;
import roster.workspace.Role;
import roster.workspace.Workspace;
import roster.workspace.WorkspaceManagement;

/**
 * Who may invite, resend and withdraw: an Active admin of the workspace. While it has none, platform operators invite its first admin; otherwise a
 * mistyped address of the first admin would be a dead end.
 */
@Component
class InvitationRights {

    private final Access access;
    private final MemberManagement members;
    private final WorkspaceManagement workspaces;

    InvitationRights(Access access, MemberManagement members, WorkspaceManagement workspaces) {
        this.access = access;
        this.members = members;
        this.workspaces = workspaces;
    }

    /** The workspace, which nobody can close, and whose right nobody can take away, until the transaction ends. */
    Workspace require(UUID workspace, Permission permission) {
        Workspace held = workspaces.hold(workspace);
        members.holdOwn(workspace);
        if (!isOnboarding(workspace)) {
            access.require(workspace, permission);
        }
        return held;
    }

    void require(UUID workspace, Permission permission, Role role) {
        require(workspace, permission);
        requireOffered(workspace, role);
    }

    /** For who may invite at all: while a workspace has no Active admin, its first one alone. */
    void requireOffered(UUID workspace, Role role) {
        if (isOnboarding(workspace) && !role.isAdmin()) {
            throw Problem.of(
                    ProblemType.NOT_ALLOWED, "Until the workspace has an Active admin, only an admin can be invited.");
        }
    }

    /** And an operator who closes a workspace ends all its invitations. */
    void requireWithdrawing(UUID workspace, Role role) {
        if (!(access.isOperator() && workspaces.isClosed(workspace))) {
            require(workspace, Permission.MEMBER_WITHDRAW, role);
        }
    }

    List<Role> offered(UUID workspace) {
        boolean onboarding = isOnboarding(workspace);
        return onboarding || access.permissions(workspace).contains(Permission.MEMBER_INVITE)
                ? workspaces.require(workspace).type().roles().stream()
                        .filter(role -> role.isAdmin() || !onboarding)
                        .toList()
                : List.of();
    }

    boolean isOnboarding(UUID workspace) {
        return access.isOperator() && !members.hasActiveAdmin(workspace);
    }
}
