package roster.invitation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import roster.member.Member;
import roster.member.MemberManagement;

/** Stores what the process registers: one invitation at once, those of a batch together behind the last, since a database takes many rows in one go. */
@Component
class Registrations {

    private final MemberManagement members;
    private final Invitations invitations;

    Registrations(MemberManagement members, Invitations invitations) {
        this.members = members;
        this.invitations = invitations;
    }

    /**
     * Lets the process register many in this transaction.
     *
     * @param admitted what has passed the rules in it already
     */
    <T> T together(UUID workspace, List<Admission> admitted, Supplier<T> process) {
        var batch = new Batch(workspace, admitted);
        TransactionSynchronizationManager.bindResource(this, batch);
        try {
            T registered = process.get();
            batch.store();
            return registered;
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
        }
    }

    /** What the rules have said of it in this transaction, if it is one of a batch. */
    Optional<Admission> known(UUID workspace, InvitationRequest request) {
        Batch batch = batch();
        return batch == null || !batch.workspace.equals(workspace)
                ? Optional.empty()
                : Optional.ofNullable(batch.admitted.get(request));
    }

    void store(Member member, Invitation invitation) {
        Batch batch = batch();
        if (batch == null) {
            members.change("INVITE", null, member, invitation.processInstanceId());
            invitations.save(invitation);
        } else {
            batch.members.put(member.id(), member);
            batch.invitations.put(invitation.id(), invitation);
        }
    }

    /** Begins the validity, only of a sending that waits for it; answers whether it did. */
    boolean open(UUID id, Instant sentAt, Instant expiresAt) {
        Batch batch = batch();
        Invitation waiting = batch == null ? null : batch.invitations.get(id);
        if (batch == null || waiting == null) {
            return invitations.setExpiry(id, sentAt.atOffset(ZoneOffset.UTC), expiresAt.atOffset(ZoneOffset.UTC));
        }
        batch.invitations.put(id, waiting.open(sentAt, expiresAt));
        return !waiting.isSent();
    }

    private @Nullable Batch batch() {
        return (Batch) TransactionSynchronizationManager.getResource(this);
    }

    /** What is registered and not stored yet. */
    private final class Batch {

        private final UUID workspace;
        private final Map<InvitationRequest, Admission> admitted = new HashMap<>();
        private final Map<UUID, Member> members = new LinkedHashMap<>();
        private final Map<UUID, Invitation> invitations = new LinkedHashMap<>();

        Batch(UUID workspace, List<Admission> admitted) {
            this.workspace = workspace;
            admitted.forEach(admission -> this.admitted.put(admission.request(), admission));
        }

        void store() {
            var processes = new LinkedHashMap<Member, String>();
            members.forEach((id, member) -> processes.put(member, process(id)));
            Registrations.this.members.add("INVITE", processes);
            Registrations.this.invitations.saveAll(invitations.values());
        }

        private String process(UUID id) {
            return Optional.ofNullable(invitations.get(id)).orElseThrow().processInstanceId();
        }
    }
}
