package roster.invitation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many invitations may be sent, resent ones included, so that nobody can flood mailboxes. What is refused or fails does not count. Each node counts
 * for itself.
 *
 * @param window the time in which they count, such as {@code 24h}; they are forgiven one by one, evenly over this time
 * @param perAdmin by one person, over all workspaces
 * @param perWorkspace by all admins of one workspace
 * @param perRecipient to one address, from all workspaces
 */
@ConfigurationProperties("roster.invitations")
record InvitationLimits(
        @DefaultValue("24h") Duration window,
        @DefaultValue("5000") int perAdmin,
        @DefaultValue("10000") int perWorkspace,
        @DefaultValue("10") int perRecipient) {

    InvitationLimits {
        if (window.toSeconds() < 1 || perAdmin < 1 || perWorkspace < 1 || perRecipient < 1) {
            throw new IllegalArgumentException(
                    "roster.invitations: a window of at least 1s and limits of at least 1 are needed");
        }
    }
}
