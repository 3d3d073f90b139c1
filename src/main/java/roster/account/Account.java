package roster.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** Somebody who can sign in. */
record Account(
        @Id UUID id,
        EmailAddress email,
        String name,
        String password,
        boolean operator,
        boolean analyst,
        Instant createdAt,
        @Version int version) {

    Account in(Set<Group> groups) {
        return new Account(
                id,
                email,
                name,
                password,
                groups.contains(Group.PLATFORM_OPERATOR),
                groups.contains(Group.PROCESS_ANALYST),
                createdAt,
                version);
    }

    Person person() {
        return new Person(id, email, name, operator, analyst);
    }

    Account withName(String newName) {
        return new Account(id, email, newName, password, operator, analyst, createdAt, version);
    }

    Account withPassword(String newPassword) {
        return new Account(id, email, name, newPassword, operator, analyst, createdAt, version);
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
