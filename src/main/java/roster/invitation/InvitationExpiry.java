package roster.invitation;

import java.util.UUID;
import org.springframework.stereotype.Component;
import roster.member.Member;
import roster.member.MemberManagement;
import roster.member.MemberStatus;

/** Lets the store follow where the timer of an invitation was moved. */
@Component
public class InvitationExpiry {

    private final InvitationProcess process;
    private final Invitations invitations;
    private final MemberManagement members;

    InvitationExpiry(InvitationProcess process, Invitations invitations, MemberManagement members) {
        this.process = process;
        this.invitations = invitations;
        this.members = members;
    }

    /** Changes nothing where no invitation with this id is out and waits. */
    public void follow(UUID id) {
        members.find(id)
                .map(Member::status)
                .filter(status -> status == MemberStatus.INVITATION_SENT)
                .flatMap(sent -> invitations.findById(id))
                .filter(Invitation::isSent)
                .ifPresent(invitation -> process.expiry(id)
                        .filter(due -> !due.equals(invitation.expiresAt()))
                        .ifPresent(due -> invitations.save(invitation.validUntil(due))));
    }
}
