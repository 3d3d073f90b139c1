package roster.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import roster.workspace.Role;

/**
 * What the holder of a valid link is shown.
 *
 * @param hasAccount whether the person signs in to join, or sets a name and a password
 */
public record InvitationView(
        String workspace,
        String inviter,
        String name,
        String email,
        Role role,
        @Nullable Instant expiresAt,
        boolean hasAccount) {

    static InvitationView of(OpenInvitation open, boolean hasAccount) {
        return new InvitationView(
                open.workspace().name(),
                open.inviter().name(),
                open.member().name(),
                open.member().email().value(),
                open.member().role(),
                open.invitation().expiresAt(),
                hasAccount);
    }
}
