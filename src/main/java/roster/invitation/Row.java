package roster.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import roster.member.MemberAction;
import roster.member.MemberStatus;
import roster.workspace.Role;

/**
 * One row of the member list. What concerns the sending is there while it is an invitation.
 *
 * @param actions what the caller may do in this status
 * @param sentAt when the time to accept began; missing, as {@code expiresAt} is, while the process does something else before it sends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Row(
        UUID id,
        URI self,
        String name,
        String email,
        Role role,
        List<MiniProgramName> miniPrograms,
        MemberStatus status,
        List<MemberAction> actions,
        @Nullable Instant startedAt,
        @Nullable Instant sentAt,
        @Nullable Instant expiresAt,
        Invitation.@Nullable ExpiryReason expiredBecause,
        @Nullable Integer sendCount,
        @Nullable InvitedBy invitedBy,
        @Nullable MailFate mail) {

    Row with(List<MiniProgramName> assigned) {
        return new Row(
                id,
                self,
                name,
                email,
                role,
                assigned,
                status,
                actions,
                startedAt,
                sentAt,
                expiresAt,
                expiredBecause,
                sendCount,
                invitedBy,
                mail);
    }

    public record MiniProgramName(UUID id, String name) {}

    public record InvitedBy(String name, String email) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MailFate(
            Invitation.MailState state,
            Instant at,
            @Nullable String error) {}
}
