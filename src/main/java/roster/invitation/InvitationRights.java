package roster.invitation;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import roster.account.CurrentPerson;
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
    private final CurrentPerson current;

    InvitationRights(Access access, MemberManagement members, WorkspaceManagement workspaces, CurrentPerson current) {
        this.access = access;
        this.members = members;
        this.workspaces = workspaces;
        this.current = current;
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

    /** Once more when the row is held: operators lose the right as soon as the first admin has joined. */
    void requireStill(UUID workspace, Permission permission) {
        if (access.isOperator()) {
            require(workspace, permission);
        }
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

    /**
     * An operator who closes a workspace ends all its invitations. What nobody can accept, the clock ends as well where the diagram says so, and an
     * operator who decides there in somebody's place.
     *
     * @param live whether the invitation is out and waits
     */
    void requireWithdrawing(UUID workspace, Role role, boolean live) {
        boolean byDiagram = !live && (access.isOperator() || current.find().isEmpty());
        if (!byDiagram && !(access.isOperator() && workspaces.isClosed(workspace))) {
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
