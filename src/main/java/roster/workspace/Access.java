package roster.workspace;

import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import roster.problem.Problem;

/** What the person who is signed in may see and do; answered by the member list and the {@link Permission} matrix, anew at every call. */
public interface Access {

    /** The workspaces that the person is an Active member of. */
    Set<UUID> memberships();

    /** The workspaces that the person is an Active admin of. */
    Set<UUID> administered();

    /** The same of another person, by their account. */
    Set<UUID> administered(UUID account);

    /** @throws Problem NOT_FOUND for a stranger, so that a workspace's existence is no answer either; NOT_ALLOWED for a blocked member */
    void requireMember(UUID workspace);

    /** What the person's role in the workspace includes; nothing for strangers and blocked members. */
    Set<Permission> permissions(UUID workspace);

    /** @throws Problem as {@link #requireMember}, and NOT_ALLOWED naming the permission */
    void require(UUID workspace, Permission permission);

    /** As {@link #require}, and platform operators may as well. */
    void requireOrOperator(UUID workspace, Permission permission);

    /** Which mini programs of the workspace the person has the permission for; all of them for platform operators. */
    Predicate<UUID> miniPrograms(UUID workspace, Permission permission);

    /** @throws Problem NOT_ALLOWED for everybody but platform operators */
    void requireOperator();

    /** Platform operators see every workspace. */
    boolean isOperator();
}
