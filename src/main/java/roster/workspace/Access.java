package roster.workspace;

import java.util.Set;
import java.util.UUID;
import roster.problem.Problem;

/** What the person who is signed in may see and manage; answered by the member list. */
public interface Access {

    /** The workspaces that the person is an Active member of. */
    Set<UUID> memberships();

    /** The workspaces that the person is an Active admin of. */
    Set<UUID> administered();

    /** @throws Problem NOT_FOUND for a stranger, so that a workspace's existence is no answer either */
    void requireMember(UUID workspace);

    /** Whether the person is an Active admin of the workspace. */
    boolean isAdmin(UUID workspace);

    /** @throws Problem NOT_FOUND for a stranger, NOT_ALLOWED for a member who is no Active admin */
    void requireAdmin(UUID workspace);

    /** Who may see the member list: Active admins, and platform operators. */
    void requireViewer(UUID workspace);

    /** @throws Problem NOT_ALLOWED for everybody but platform operators */
    void requireOperator();

    /** Platform operators see every workspace. */
    boolean isOperator();
}
