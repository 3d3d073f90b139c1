package roster.account;

import java.time.Instant;
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

    Person person() {
        return new Person(id, email, name, operator, analyst);
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
