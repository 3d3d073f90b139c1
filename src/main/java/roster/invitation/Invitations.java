package roster.invitation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface Invitations extends Repository<Invitation, UUID> {

    Invitation save(Invitation invitation);

    Optional<Invitation> findById(UUID id);

    List<Invitation> findByWorkspaceAndInviterAndEndingIsNullOrderById(UUID workspace, UUID inviter);

    List<Invitation> findByInviterAndEndingIsNullOrderById(UUID inviter);

    List<Invitation> findByWorkspaceAndEndingIsNullOrderById(UUID workspace);

    /** Only where the sending has none yet; answers whether it had none. */
    @Modifying
    @Query("update invitation set expires_at = :expiresAt where id = :id and expires_at is null and ending is null")
    boolean setExpiry(UUID id, OffsetDateTime expiresAt);
}
