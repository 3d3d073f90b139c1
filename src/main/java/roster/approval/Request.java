package roster.approval;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roster.approval.Approval.Action;
import roster.approval.Approval.RequestedBy;
import roster.invitation.Row;
import roster.workspace.Role;

/**
 * What waits in a process, as the store knows it.
 *
 * @param row whom it is about; null once they have left the list
 * @param by who asked
 * @param wantedRole as typed
 */
record Request(
        Action action,
        @Nullable Row row,
        @Nullable RequestedBy by,
        @Nullable String wantedRole) {

    boolean isBy(String userId) {
        return by != null && by.email().equals(userId);
    }

    boolean isAbout(String userId) {
        return row != null && row.email().equals(userId);
    }

    Optional<Role> newRole() {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(wantedRole))
                .findFirst();
    }
}
