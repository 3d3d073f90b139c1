package roster.workspace;

import static roster.workspace.MiniProgramRule.OPTIONAL;
import static roster.workspace.MiniProgramRule.REFUSED;
import static roster.workspace.MiniProgramRule.REQUIRED;
import static roster.workspace.WorkspaceType.TENANT;

/** What a member may do in one workspace. A membership has exactly one role. */
public enum Role {
    WORKSPACE_ADMIN(TENANT, REFUSED),
    WORKSPACE_REVIEWER(TENANT, OPTIONAL),
    WORKSPACE_DEVELOPER(TENANT, REQUIRED),
    WORKSPACE_OPERATOR(TENANT, OPTIONAL),
    DEVELOPER_ADMIN(WorkspaceType.DEVELOPER, REFUSED),
    DEVELOPER(WorkspaceType.DEVELOPER, REQUIRED),
    OPERATOR(WorkspaceType.DEVELOPER, REQUIRED);

    private final WorkspaceType workspaceType;
    private final MiniProgramRule miniPrograms;

    Role(WorkspaceType workspaceType, MiniProgramRule miniPrograms) {
        this.workspaceType = workspaceType;
        this.miniPrograms = miniPrograms;
    }

    /** The only type of workspace that offers this role. */
    public WorkspaceType workspaceType() {
        return workspaceType;
    }

    /** Whether the role is given together with mini programs. */
    public MiniProgramRule miniPrograms() {
        return miniPrograms;
    }

    /** Admins manage the members of their workspace. */
    public boolean isAdmin() {
        return this == WORKSPACE_ADMIN || this == DEVELOPER_ADMIN;
    }
}
