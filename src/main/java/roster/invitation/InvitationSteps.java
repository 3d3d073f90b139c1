package roster.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.workspace.Permission;

/**
 * The steps of the process. Each asks the store again whether it may happen, for the engine can be told to run any step at any time; a refusal
 * rolls back what the process did so far.
 */
@Component
class InvitationSteps {

    private final Invitations invitations;
    private final MemberManagement members;
    private final Admissions admissions;
    private final Registrations registrations;
    private final InvitationRights rights;
    private final InvitationAllowance allowance;
    private final OpenLinks links;
    private final CurrentPerson current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InvitationSteps(
            Invitations invitations,
            MemberManagement members,
            Admissions admissions,
            Registrations registrations,
            InvitationRights rights,
            InvitationAllowance allowance,
            OpenLinks links,
            CurrentPerson current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.invitations = invitations;
        this.members = members;
        this.admissions = admissions;
        this.registrations = registrations;
        this.rights = rights;
        this.allowance = allowance;
        this.links = links;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /** Checks every rule of an invitation and stores it; answers its id. */
    UUID register(UUID workspace, InvitationRequest request, String process) {
        Optional<Admission> known = registrations.known(workspace, request);
        var wanted = known.orElseGet(
                        () -> admissions.check(workspace, List.of(request)).get(0))
                .require();
        Person inviter = current.require();
        UUID id = UUID.randomUUID();
        Language language = wanted.language() == null ? inviter.preferences().language() : wanted.language();
        registrations.store(
                Member.invite(id, workspace, wanted.email(), wanted.name(), wanted.role(), wanted.miniPrograms()),
                Invitation.send(id, workspace, wanted.role(), process, inviter.id(), language, clock.instant()));
        if (known.isEmpty()) {
            // Behind the store, whose key lets one of many at once pass: the others are present, not too many
            allowance.use(inviter.id(), workspace, wanted.email());
        }
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
        events.publishEvent(new InvitationAccepted(invitation.sentAt(), now));
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
        UUID inviter = current.require().id();
        allowance.use(inviter, member.workspace(), member.email());
        members.change("RESEND", member, member.resend(), process);
        invitations.save(invitation.resend(inviter, clock.instant()));
    }

    void withdraw(UUID id, String process) {
        Invitation invitation = require(id);
        Member member = row(id);
        boolean live = member.status() == MemberStatus.INVITATION_SENT && invitation.isSent();
        rights.requireWithdrawing(member.workspace(), member.role(), live);
        member.status().require(MemberAction.WITHDRAW);
        members.remove("WITHDRAW", member, process);
        invitations.save(invitation.end(Ending.WITHDRAWN, clock.instant()));
    }

    private Invitation require(UUID id) {
        return invitations.findById(id).orElseThrow(() -> Problem.notFound("invitation"));
    }

    private Member row(UUID id) {
        return members.find(id).orElseThrow(() -> Problem.notFound("invitation"));
    }
}
