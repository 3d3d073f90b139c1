package roster.account;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/**
 * Somebody with an account, as the rest of Roster knows them.
 *
 * @param operator runs the platform: onboards workspaces, rolls out diagrams
 * @param analyst watches the processes in Cockpit
 * @param passwordVersion changes with the password, so that a session shows which one it was opened with
 */
public record Person(
        UUID id,
        EmailAddress email,
        String name,
        boolean operator,
        boolean analyst,
        Preferences preferences,
        int passwordVersion)
        implements Principal, Serializable {

    /** The person has another name now, in the same transaction. */
    public record Renamed(Person person) {}

    /** The account is not a platform operator any more, in the same transaction. */
    public record NoLongerOperator(UUID account) {}

    /** The person has another password now, in the same transaction. */
    public record PasswordChanged(Person person) {}

    /** The address, which is also the person's id in the engine; the display name is {@link #name()}. */
    public String userId() {
        return email.value();
    }

    @Override
    public String getName() {
        return userId();
    }
}
