package roster.invitation;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import roster.invitation.Invitation.MailState;
import roster.member.Member;
import roster.member.MemberManagement;
import roster.member.MemberStatus;
import roster.problem.Problem;

/** What is mailed to who is invited, and what becomes of the mail that invites. */
@Component
class InvitationSending {

    private static final int MAX_ERROR_LENGTH = 500;

    private final Invitations invitations;
    private final MemberManagement members;
    private final OpenLinks links;
    private final InvitationMail mail;
    private final Clock clock;

    InvitationSending(
            Invitations invitations, MemberManagement members, OpenLinks links, InvitationMail mail, Clock clock) {
        this.invitations = invitations;
        this.members = members;
        this.links = links;
        this.mail = mail;
        this.clock = clock;
    }

    /** Hands the mail over, unless this sending is known to have arrived already, or the invitation has ended. */
    void send(UUID id) {
        Invitation invitation = require(id);
        Member member = members.find(id).orElse(null);
        if (member == null
                || member.status() != MemberStatus.INVITATION_SENT
                || invitation.mailState() == MailState.SENT) {
            return;
        }
        mail.send(invitation, member);
        invitations.save(invitation.mail(MailState.SENT, null, clock.instant()));
    }

    /** Mails the same link once more and changes nothing; nothing is mailed once the invitation cannot be accepted any more. */
    void remind(UUID id, String occurrence) {
        Invitation invitation = require(id);
        members.find(id)
                .filter(member -> links.isOpen(invitation, member))
                .ifPresent(member -> mail.remind(invitation, member, occurrence));
    }

    /** Somebody holds the link, so the mail has arrived, whatever the mail server answered. */
    void arrived(Invitation invitation) {
        if (invitation.mailState() != MailState.SENT) {
            invitations.save(invitation.mail(MailState.SENT, null, clock.instant()));
        }
    }

    /** Retries are used up, or the server refused for good. */
    void mailFailed(UUID id, @Nullable String error) {
        invitations
                .findById(id)
                .filter(invitation -> invitation.ending() == null && invitation.mailState() == MailState.QUEUED)
                .ifPresent(invitation ->
                        invitations.save(invitation.mail(MailState.FAILED, shortened(error), clock.instant())));
    }

    /** Somebody let the mail be tried again. */
    void mailQueued(UUID id) {
        invitations
                .findById(id)
                .filter(invitation -> invitation.ending() == null && invitation.mailState() == MailState.FAILED)
                .ifPresent(invitation -> invitations.save(invitation.mail(MailState.QUEUED, null, clock.instant())));
    }

    private Invitation require(UUID id) {
        return invitations.findById(id).orElseThrow(() -> Problem.notFound("invitation"));
    }

    private static @Nullable String shortened(@Nullable String error) {
        return error == null || error.length() <= MAX_ERROR_LENGTH ? error : error.substring(0, MAX_ERROR_LENGTH);
    }
}
