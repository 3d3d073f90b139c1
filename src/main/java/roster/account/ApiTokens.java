package roster.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ApiTokens extends Repository<ApiToken, UUID> {

    ApiToken save(ApiToken token);

    void delete(ApiToken token);

    Optional<ApiToken> findByAccountAndId(UUID account, UUID id);

    List<ApiToken> findByAccountOrderByCreatedAtAscIdAsc(UUID account);
}
