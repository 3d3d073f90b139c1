package roster.invitation;

import java.time.Clock;
import java.util.Optional;
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
import roster.workspace.Workspace;
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
        // Before the invitation, which says whatever happens in between
        Optional<Member> row = members.find(link.invitation());
        Optional<Workspace> workspace = row.flatMap(found -> workspaces.find(found.workspace()));
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
        if (!invitation.isSent()) {
            throw Links.unknown(); // No mail has brought it to anybody yet
        }
        Member member = row.orElseThrow(Links::unknown);
        if (!isOpen(invitation, member)) {
            throw Problem.of(
                    ProblemType.INVITATION_EXPIRED,
                    "This invitation is no longer valid. Ask the person who invited you for a new one.");
        }
        return new OpenInvitation(
                invitation, member, workspace.orElseThrow(() -> Problem.notFound("workspace")), inviter(invitation));
    }

    /** Whether who has the link can join with it now. */
    boolean isOpen(Invitation invitation, Member member) {
        return member.status() == MemberStatus.INVITATION_SENT
                && invitation.isSent()
                && !invitation.isOver(clock.instant())
                && inviterMayStillInvite(invitation);
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
