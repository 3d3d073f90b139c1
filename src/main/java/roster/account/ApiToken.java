package roster.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * Lets a program act for a person.
 *
 * @param hash SHA-256 of the text, which is stored nowhere
 * @param expiresAt never, if null
 */
record ApiToken(
        @Id UUID id,
        UUID account,
        String name,
        String hash,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Version int version) {}
