package roster.workspace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Workspaces extends Repository<Workspace, UUID> {

    Workspace save(Workspace workspace);

    Optional<Workspace> findById(UUID id);

    Optional<Workspace> findByIdAndClosedAtIsNull(UUID id);

    List<Workspace> findByClosedAtIsNullOrderByNameAscIdAsc();
}
