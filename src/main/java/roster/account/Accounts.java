package roster.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, UUID> {

    Account save(Account account);

    Optional<Account> findById(UUID id);

    Optional<Account> findByEmail(EmailAddress email);

    boolean existsByOperatorTrue();
}
