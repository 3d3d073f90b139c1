package roster.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * Somebody who can sign in.
 *
 * @param passwordVersion counts the changes of the password
 */
record Account(
        @Id UUID id,
        EmailAddress email,
        String name,
        String password,
        int passwordVersion,
        boolean operator,
        boolean analyst,
        @Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY) Preferences preferences,
        Instant createdAt,
        @Version int version) {

    Account in(Set<Group> groups) {
        return new Account(
                id,
                email,
                name,
                password,
                passwordVersion,
                groups.contains(Group.PLATFORM_OPERATOR),
                groups.contains(Group.PROCESS_ANALYST),
                preferences,
                createdAt,
                version);
    }

    Person person() {
        return new Person(id, email, name, operator, analyst, preferences, passwordVersion);
    }

    Account withName(String newName) {
        return new Account(
                id, email, newName, password, passwordVersion, operator, analyst, preferences, createdAt, version);
    }

    Account withPassword(String newPassword) {
        return new Account(
                id, email, name, newPassword, passwordVersion + 1, operator, analyst, preferences, createdAt, version);
    }

    Account with(Preferences newPreferences) {
        return new Account(
                id, email, name, password, passwordVersion, operator, analyst, newPreferences, createdAt, version);
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
