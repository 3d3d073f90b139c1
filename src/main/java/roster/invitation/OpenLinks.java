package roster.invitation;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import roster.account.AccountManagement;
import roster.account.Person;
import roster.invitation.Invitation.Ending;
import roster.member.Member;
import roster.member.MemberManagement;
import roster.member.MemberStatus;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.workspace.WorkspaceManagement;

/** Follows links to the invitations that can be accepted now, by the clock and by what the inviter still may. */
@Component
class OpenLinks {

    private final Links links;
    private final Invitations invitations;
    private final MemberManagement members;
    private final WorkspaceManagement workspaces;
    private final AccountManagement accounts;
    private final Clock clock;

    OpenLinks(
            Links links,
            Invitations invitations,
            MemberManagement members,
            WorkspaceManagement workspaces,
            AccountManagement accounts,
            Clock clock) {
        this.links = links;
        this.invitations = invitations;
        this.members = members;
        this.workspaces = workspaces;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @throws Problem that says what happened to the invitation, if it cannot be accepted */
    OpenInvitation open(@Nullable String token) {
        Link link = links.read(token);
        Invitation invitation = invitations.findById(link.invitation()).orElseThrow(Links::unknown);
        if (invitation.ending() == Ending.ACCEPTED) {
            throw Problem.of(
                    ProblemType.INVITATION_ACCEPTED,
                    "This invitation has been accepted already. Sign in to work in the workspace.");
        }
        if (invitation.ending() == Ending.WITHDRAWN) {
            throw Problem.of(
                    ProblemType.INVITATION_WITHDRAWN, "This invitation was withdrawn. Ask the person who invited you.");
        }
        if (link.sending() != invitation.sendCount()) {
            throw Problem.of(
                    ProblemType.INVITATION_REPLACED,
                    "A newer mail replaced this link. Use the link in the newest mail.");
        }
        Member member = members.find(invitation.id()).orElseThrow(Links::unknown);
        if (member.status() != MemberStatus.INVITATION_SENT
                || invitation.isOver(clock.instant())
                || !inviterMayStillInvite(invitation)) {
            throw Problem.of(
                    ProblemType.INVITATION_EXPIRED,
                    "This invitation is no longer valid. Ask the person who invited you for a new one.");
        }
        return new OpenInvitation(invitation, member, workspaces.require(invitation.workspace()), inviter(invitation));
    }

    boolean inviterMayStillInvite(Invitation invitation) {
        return members.isActiveAdmin(invitation.workspace(), invitation.inviter())
                || inviter(invitation).operator();
    }

    private Person inviter(Invitation invitation) {
        return accounts.find(invitation.inviter())
                .orElseThrow(() -> new IllegalStateException("An account is never removed"));
    }
}
