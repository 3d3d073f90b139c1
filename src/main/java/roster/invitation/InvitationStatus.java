package roster.invitation;

import java.time.Clock;
import org.springframework.stereotype.Component;
import roster.member.Member;
import roster.member.MemberStatus;
import roster.member.StatusByClock;

@Component
class InvitationStatus implements StatusByClock {

    private final Invitations invitations;
    private final Clock clock;

    InvitationStatus(Invitations invitations, Clock clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public MemberStatus of(Member member) {
        boolean over = member.status() == MemberStatus.INVITATION_SENT
                && invitations
                        .findById(member.id())
                        .filter(invitation -> invitation.isOver(clock.instant()))
                        .isPresent();
        return over ? MemberStatus.INVITATION_EXPIRED : member.status();
    }
}
