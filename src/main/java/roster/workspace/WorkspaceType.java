package roster.workspace;

import java.util.Arrays;
import java.util.List;

/** Who owns a workspace; decides which roles it offers. */
public enum WorkspaceType {
    /** A wallet. */
    TENANT,
    /** A merchant. */
    DEVELOPER;

    /** The roles that a member of such a workspace can have, most powerful first. */
    public List<Role> roles() {
        return Arrays.stream(Role.values())
                .filter(role -> role.workspaceType() == this)
                .toList();
    }
}
