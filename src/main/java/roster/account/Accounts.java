package roster.account;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, UUID> {

    Account save(Account account);

    Optional<Account> findById(UUID id);

    /** Whose token it is; asked at every request of a program. */
    @Query("""
            select a.* from account a join api_token t on t.account = a.id
            where t.hash = :hash and (t.expires_at is null or t.expires_at > :now)""")
    Optional<Account> findByToken(String hash, OffsetDateTime now);

    Optional<Account> findByEmail(EmailAddress email);

    boolean existsByOperatorTrue();
}
