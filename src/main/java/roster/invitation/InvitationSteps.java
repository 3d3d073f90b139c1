package roster.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import roster.account.AccountManagement;
import roster.account.CurrentPerson;
import roster.account.Person;
import roster.invitation.Invitation.Ending;
import roster.invitation.Invitation.ExpiryReason;
import roster.invitation.Invitation.MailState;
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
    private final AccountManagement accounts;
    private final InvitationRights rights;
    private final InvitationMail mail;
    private final Links links;
    private final CurrentPerson current;
    private final StatusByClock status;
    private final Clock clock;

    InvitationSteps(
            Invitations invitations,
            MemberManagement members,
            WorkspaceManagement workspaces,
            AccountManagement accounts,
            InvitationRights rights,
            InvitationMail mail,
            Links links,
            CurrentPerson current,
            StatusByClock status,
            Clock clock) {
        this.invitations = invitations;
        this.members = members;
        this.workspaces = workspaces;
        this.accounts = accounts;
        this.rights = rights;
        this.mail = mail;
        this.links = links;
        this.current = current;
        this.status = status;
        this.clock = clock;
    }

    /** Checks every rule of an invitation and stores it; answers its id. */
    UUID register(UUID workspaceId, InvitationRequest request, String process) {
        rights.require(workspaceId, Permission.MEMBER_INVITE);
        Workspace workspace = workspaces.require(workspaceId);
        var wanted = request.check(workspace, workspaces);
        rights.require(workspaceId, Permission.MEMBER_INVITE, wanted.role());
        members.find(workspaceId, wanted.email()).ifPresent(this::refusePresent);
        UUID id = UUID.randomUUID();
        members.change(
                "INVITE",
                null,
                Member.invite(id, workspaceId, wanted.email(), wanted.name(), wanted.role(), wanted.miniPrograms()),
                process);
        invitations.save(Invitation.send(id, workspaceId, current.require().id(), clock.instant()));
        return id;
    }

    boolean isRegistered(UUID id) {
        return invitations.findById(id).isPresent();
    }

    /** Hands the mail over, unless this sending is known to have arrived already. */
    void send(UUID id) {
        Invitation invitation = require(id);
        Member member = row(id);
        if (invitation.mailState() == MailState.SENT || member.status() != MemberStatus.INVITATION_SENT) {
            return;
        }
        mail.send(invitation, member);
        invitations.save(invitation.mail(MailState.SENT, null, clock.instant()));
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

    /** Lets the person join, if the link is theirs and everything that was true at sending still is. */
    void createMember(UUID id, @Nullable String token, String process) {
        var open = openLink(token);
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

    /** The invitation behind a link that can be accepted now; otherwise the refusal says what happened to it. */
    OpenInvitation openLink(@Nullable String token) {
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
        Member member = row(invitation.id());
        if (member.status() != MemberStatus.INVITATION_SENT
                || invitation.isOver(clock.instant())
                || !inviterMayStillInvite(invitation)) {
            throw Problem.of(
                    ProblemType.INVITATION_EXPIRED,
                    "This invitation is no longer valid. Ask the person who invited you for a new one.");
        }
        return new OpenInvitation(invitation, member, workspaces.require(invitation.workspace()), inviter(invitation));
    }

    void expire(UUID id, String process) {
        Invitation invitation = require(id);
        Member member = row(id);
        members.change("EXPIRE", member, member.expire(), process);
        Instant now = clock.instant();
        boolean inTime = !invitation.isOver(now);
        invitations.save(invitation.expire(
                inTime && !inviterMayStillInvite(invitation)
                        ? ExpiryReason.INVITER_NO_LONGER_ADMIN
                        : ExpiryReason.VALIDITY_OVER,
                now));
    }

    void renew(UUID id, String process) {
        Invitation invitation = require(id);
        Member member = row(id);
        rights.require(member.workspace(), Permission.MEMBER_RESEND, member.role());
        workspaces.require(member.workspace());
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

    private boolean inviterMayStillInvite(Invitation invitation) {
        return members.isActiveAdmin(invitation.workspace(), invitation.inviter())
                || inviter(invitation).operator();
    }

    private Person inviter(Invitation invitation) {
        return accounts.find(invitation.inviter())
                .orElseThrow(() -> new IllegalStateException("An account is never removed"));
    }

    private Invitation require(UUID id) {
        return invitations.findById(id).orElseThrow(() -> Problem.notFound("invitation"));
    }

    private Member row(UUID id) {
        return members.find(id).orElseThrow(() -> Problem.notFound("invitation"));
    }

    private static @Nullable String shortened(@Nullable String error) {
        return error == null || error.length() <= 500 ? error : error.substring(0, 500);
    }
}
