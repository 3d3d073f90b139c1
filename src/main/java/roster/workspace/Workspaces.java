package roster.workspace;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

interface Workspaces extends Repository<Workspace, UUID> {

    Workspace save(Workspace workspace);

    Optional<Workspace> findById(UUID id);

    Optional<Workspace> findByIdAndClosedAtIsNull(UUID id);

    @Lock(LockMode.PESSIMISTIC_READ)
    Optional<Workspace> findAndHoldByIdAndClosedAtIsNull(UUID id);

    List<Workspace> findByIdInAndClosedAtIsNullOrderByNameAscIdAsc(Collection<UUID> ids);

    List<Workspace> findByClosedAtIsNullOrderByNameAscIdAsc();
}
