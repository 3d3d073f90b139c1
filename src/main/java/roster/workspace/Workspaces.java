package roster.workspace;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

interface Workspaces extends Repository<Workspace, UUID> {

    Workspace save(Workspace workspace);

    Optional<Workspace> findById(UUID id);

    // Spelled out what is asked at nearly every request: Spring Data makes a query of a name anew each time
    @Query("select * from workspace where id = :id and closed_at is null")
    Optional<Workspace> findByIdAndClosedAtIsNull(UUID id);

    @Lock(LockMode.PESSIMISTIC_READ)
    Optional<Workspace> findAndHoldByIdAndClosedAtIsNull(UUID id);

    /** Waits for those who hold it, and they for this transaction's end; unlike a lock for update it lets rows be added that refer to it. */
    @Modifying
    @Query("update workspace set version = version where id = :id")
    void lock(UUID id);

    List<Workspace> findByIdInAndClosedAtIsNullOrderByNameAscIdAsc(Collection<UUID> ids);

    List<Workspace> findByClosedAtIsNullOrderByNameAscIdAsc();

    List<Workspace> findAllByOrderByNameAscIdAsc();
}
