package roster.invitation;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import roster.invitation.Invitation.ExpiryReason;
import roster.invitation.Invitation.MailState;
import roster.invitation.Row.InvitedBy;
import roster.invitation.Row.MailFate;
import roster.member.MemberAction;
import roster.member.MemberStatus;
import roster.workspace.Permission;
import roster.workspace.Role;

/**
 * Who looks at the member list, and so what a row offers them.
 *
 * @param onboarding whether they are an operator who may invite the workspace's first admin
 */
record Viewer(String userId, Set<Permission> permissions, boolean onboarding) {

    Row row(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var status = MemberStatus.valueOf(row.getString("status_now"));
        boolean invited = status.isInvitation();
        String path = "/api/workspaces/" + row.getObject("workspace", UUID.class)
                + (invited ? "/invitations/" : "/members/") + id;
        String email = row.getString("email");
        Role role = Role.valueOf(row.getString("role"));
        Instant expiresAt = instant(row, "expires_at");
        return new Row(
                id,
                URI.create(path),
                row.getString("name"),
                email,
                role,
                List.of(),
                status,
                actions(status, email, role),
                instant(row, "started_at"),
                invited && expiresAt != null ? instant(row, "sent_at") : null,
                invited ? expiresAt : null,
                expiredBecause(row),
                invited ? (Integer) row.getInt("send_count") : null,
                invited ? new InvitedBy(row.getString("inviter_name"), row.getString("inviter_email")) : null,
                invited
                        ? new MailFate(
                                MailState.valueOf(row.getString("mail_state")),
                                row.getObject("mail_at", OffsetDateTime.class).toInstant(),
                                row.getString("mail_error"))
                        : null);
    }

    private static @Nullable ExpiryReason expiredBecause(ResultSet row) throws SQLException {
        String reason = row.getString("expired_because");
        return reason == null ? null : ExpiryReason.valueOf(reason);
    }

    /** Nobody acts on their own membership. */
    private List<MemberAction> actions(MemberStatus status, String email, Role role) {
        boolean invites = onboarding && role.isAdmin() && status.isInvitation();
        return status.actions().stream()
                .filter(action -> invites || (permissions.contains(action.permission()) && !userId.equals(email)))
                .toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
