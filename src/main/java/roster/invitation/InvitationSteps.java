package roster.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import roster.account.CurrentPerson;
import roster.account.Language;
import roster.account.Person;
import roster.invitation.Invitation.Ending;
import roster.invitation.Invitation.ExpiryReason;
import roster.member.Member;
import roster.member.MemberAction;
import roster.member.MemberManagement;
import roster.member.MemberStatus;
import roster.member.StatusByClock;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.workspace.Permission;
import roster.workspace.Workspace;
import roster.workspace.WorkspaceManagement;

/**
 * The steps of the process. Each asks the store again whether it may happen, for the engine can be told to run any step at any time; a refusal
 * rolls back what the process did so far.
 */
@Component
class InvitationSteps {

    private final Invitations invitations;
    private final MemberManagement members;
    private final WorkspaceManagement workspaces;
    private final InvitationRights rights;
    private final OpenLinks links;
    private final CurrentPerson current;
    private final StatusByClock status;
    private final Clock clock;

    InvitationSteps(
            Invitations invitations,
            MemberManagement members,
            WorkspaceManagement workspaces,
            InvitationRights rights,
            OpenLinks links,
            CurrentPerson current,
            StatusByClock status,
            Clock clock) {
        this.invitations = invitations;
        this.members = members;
        this.workspaces = workspaces;
        this.rights = rights;
        this.links = links;
        this.current = current;
        this.status = status;
        this.clock = clock;
    }

    /** Checks every rule of an invitation and stores it; answers its id. */
    UUID register(UUID workspaceId, InvitationRequest request, String process) {
        Workspace workspace = rights.require(workspaceId, Permission.MEMBER_INVITE);
        var wanted = request.check(workspace, workspaces);
        rights.requireOffered(workspaceId, wanted.role());
        members.find(workspaceId, wanted.email()).ifPresent(this::refusePresent);
        UUID id = UUID.randomUUID();
        members.change(
                "INVITE",
                null,
                Member.invite(id, workspaceId, wanted.email(), wanted.name(), wanted.role(), wanted.miniPrograms()),
                process);
        Person inviter = current.require();
        Language language = wanted.language() == null ? inviter.preferences().language() : wanted.language();
        invitations.save(Invitation.send(id, workspaceId, inviter.id(), language, clock.instant()));
        return id;
    }

    boolean isRegistered(UUID id) {
        return invitations.findById(id).isPresent();
    }

    /** Lets the person join, if the link is theirs and everything that was true at sending still is. */
    void createMember(UUID id, @Nullable String token, String process) {
        var open = links.open(token);
        Invitation invitation = open.invitation();
        if (!invitation.id().equals(id)) {
            throw Links.unknown();
        }
        Person person = current.require();
        if (!person.email().equals(open.member().email())) {
            throw Problem.of(
                    ProblemType.WRONG_ACCOUNT,
                    "This invitation is for another address than the one that is signed in.");
        }
        Instant now = clock.instant();
        members.change("ACCEPT", open.member(), open.member().join(person, now), process);
        invitations.save(invitation.end(Ending.ACCEPTED, now));
    }

    void expire(UUID id, String process) {
        Invitation invitation = require(id);
        Member member = row(id);
        members.change("EXPIRE", member, member.expire(), process);
        Instant now = clock.instant();
        boolean inTime = !invitation.isOver(now);
        invitations.save(invitation.expire(
                inTime && !links.inviterMayStillInvite(invitation)
                        ? ExpiryReason.INVITER_NO_LONGER_ADMIN
                        : ExpiryReason.VALIDITY_OVER,
                now));
    }

    void renew(UUID id, String process) {
        Invitation invitation = require(id);
        Member member = row(id);
        rights.require(member.workspace(), Permission.MEMBER_RESEND, member.role());
        members.change("RESEND", member, member.resend(), process);
        invitations.save(invitation.resend(current.require().id(), clock.instant()));
    }

    void withdraw(UUID id, String process) {
        Invitation invitation = require(id);
        Member member = row(id);
        rights.requireWithdrawing(member.workspace(), member.role());
        member.status().require(MemberAction.WITHDRAW);
        members.remove("WITHDRAW", member, process);
        invitations.save(invitation.end(Ending.WITHDRAWN, clock.instant()));
    }

    private void refusePresent(Member present) {
        MemberStatus there = status.of(present);
        throw Problem.forbiddenByStatus(
                ProblemType.ADDRESS_PRESENT,
                present.email() + " is on the member list already, with the status " + there + ".",
                there,
                there.actions());
    }

    private Invitation require(UUID id) {
        return invitations.findById(id).orElseThrow(() -> Problem.notFound("invitation"));
    }

    private Member row(UUID id) {
        return members.find(id).orElseThrow(() -> Problem.notFound("invitation"));
    }
}
