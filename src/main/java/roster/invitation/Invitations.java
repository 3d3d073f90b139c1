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

    List<Invitation> saveAll(Iterable<Invitation> invitations);

    Optional<Invitation> findById(UUID id);

    List<Invitation> findByWorkspaceAndInviterAndEndingIsNullOrderById(UUID workspace, UUID inviter);

    List<Invitation> findByInviterAndEndingIsNullOrderById(UUID inviter);

    List<Invitation> findByWorkspaceAndEndingIsNullOrderById(UUID workspace);

    /** Begins the validity, only of a sending that waits for it; answers whether it did. */
    @Modifying
    @Query("""
            update invitation set sent_at = :sentAt, expires_at = :expiresAt where id = :id and expires_at is null
                and exists (select id from member where member.id = invitation.id and status = 'INVITATION_SENT')""")
    boolean setExpiry(UUID id, OffsetDateTime sentAt, OffsetDateTime expiresAt);
}
