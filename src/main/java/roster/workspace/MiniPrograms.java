package roster.workspace;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface MiniPrograms extends Repository<MiniProgram, UUID> {

    MiniProgram save(MiniProgram miniProgram);

    void delete(MiniProgram miniProgram);

    List<MiniProgram> findByWorkspaceOrderByNameAscIdAsc(UUID workspace);

    List<MiniProgram> findByWorkspaceAndIdIn(UUID workspace, Collection<UUID> ids);

    Optional<MiniProgram> findByWorkspaceAndId(UUID workspace, UUID id);
}
