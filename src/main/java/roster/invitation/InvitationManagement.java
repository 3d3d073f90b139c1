package roster.invitation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import roster.account.AccountManagement;
import roster.account.CurrentPerson;
import roster.account.Person;
import roster.engine.Attempt;
import roster.engine.MessageRule;
import roster.member.Member;
import roster.member.MemberAction;
import roster.member.MemberManagement;
import roster.member.MemberStatus;
import roster.member.Precondition;
import roster.member.StatusByClock;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.workspace.Role;
import roster.workspace.Workspace;

/** The door to invitations. It stores nothing itself: it starts the process or tells it what happened. */
@Component
public class InvitationManagement implements MessageRule {

    private final InvitationProcess process;
    private final OpenLinks links;
    private final InvitationSending sending;
    private final InvitationRights rights;
    private final Invitations invitations;
    private final MemberManagement members;
    private final AccountManagement accounts;
    private final CurrentPerson current;
    private final StatusByClock status;
    private final Attempt attempt;

    InvitationManagement(
            InvitationProcess process,
            OpenLinks links,
            InvitationSending sending,
            InvitationRights rights,
            Invitations invitations,
            MemberManagement members,
            AccountManagement accounts,
            CurrentPerson current,
            StatusByClock status,
            Attempt attempt) {
        this.process = process;
        this.links = links;
        this.sending = sending;
        this.rights = rights;
        this.invitations = invitations;
        this.members = members;
        this.accounts = accounts;
        this.current = current;
        this.status = status;
        this.attempt = attempt;
    }

    /** The roles that the caller can invite somebody as; none for who may not invite. */
    public List<Role> offeredRoles(UUID workspace) {
        return rights.offered(workspace);
    }

    /** @throws Problem naming every field that breaks a rule, or why the person or the address cannot be invited */
    public UUID invite(UUID workspace, InvitationRequest request) {
        return attempt.run(() -> process.requested(workspace, request));
    }

    /** @throws Problem if a rule forbids it */
    public void withdraw(UUID workspace, UUID id, Precondition unchanged) {
        attempt.run(() -> {
            hold(MemberAction.WITHDRAW, workspace, id, unchanged);
            process.withdrawn(id);
            return id;
        });
    }

    /**
     * Sends an expired invitation again, in the name of the caller.
     *
     * @throws Problem if a rule forbids it
     */
    public void resend(UUID workspace, UUID id, Precondition unchanged) {
        attempt.run(() -> {
            hold(MemberAction.RESEND, workspace, id, unchanged);
            process.resent(id);
            return id;
        });
    }

    /** What the link page shows; changes nothing. */
    public InvitationView look(String token) {
        return attempt.run(() -> {
            var open = links.open(token);
            return InvitationView.of(open, accounts.find(open.member().email()).isPresent());
        });
    }

    /**
     * Lets the holder of a link join: signed in with the invited address, or with a name and a password where that address has no account yet.
     *
     * @return what they are now, or still are where the diagram waits for something first
     * @throws Problem that says what happened to the invitation, or which field is wrong
     */
    public Member accept(String token, @Nullable String name, @Nullable String password) {
        attempt.run(() -> links.open(token)); // A spent link is refused before a password is hashed
        var request = current.find().isEmpty() && !hasAccount(token) ? accounts.check(name, password) : null;
        return attempt.run(() -> {
            members.lock(links.open(token).invitation().id());
            var open = links.open(token); // Again, for somebody else may have held the row until now
            Person person = current.find()
                    .orElseGet(() -> request == null
                            ? mustSignIn()
                            : accounts.create(open.member().email(), request));
            UUID id = open.invitation().id();
            sending.arrived(open.invitation());
            if (open.invitation().mailState() != Invitation.MailState.SENT) {
                process.arrived(id);
            }
            return current.as(person, () -> {
                process.accepted(id, token);
                return members.find(id).orElseThrow(Links::unknown);
            });
        });
    }

    @EventListener
    void inviteFirstAdmin(Workspace.Opened opened) {
        var admin = opened.workspace().type().roles().get(0);
        try {
            process.requested(
                    opened.workspace().id(),
                    new InvitationRequest(
                            opened.adminName(), opened.adminEmail(), admin.name(), null, opened.adminLanguage()));
        } catch (Problem refused) {
            throw refused.within("admin");
        }
    }

    @EventListener
    void endInvitations(Workspace.Closed closed) {
        invitations.findByWorkspaceAndEndingIsNullOrderById(closed.workspace().id()).stream()
                .flatMap(invitation -> members.lock(invitation.id()).stream())
                .filter(member -> member.status().isInvitation())
                .forEach(member -> process.withdrawn(member.id()));
    }

    /** What an admin sent and is still live stops, so that another admin can resend it, and is then the inviter. */
    @EventListener
    void stopInvitations(Member.NoLongerAdmin former) {
        stop(invitations.findByWorkspaceAndInviterAndEndingIsNullOrderById(former.workspace(), former.account()));
    }

    /** As above, for what an operator sent to first admins. */
    @EventListener
    void stopInvitations(Person.NoLongerOperator former) {
        stop(invitations.findByInviterAndEndingIsNullOrderById(former.account()).stream()
                .filter(invitation -> !links.inviterMayStillInvite(invitation))
                .toList());
    }

    private void stop(List<Invitation> live) {
        live.stream()
                .filter(invitation -> isStillLive(invitation.id(), invitation.inviter()))
                .forEach(invitation -> process.inviterNoLongerAdmin(invitation.id()));
    }

    /** Asked when nobody else can change it any more: until then another admin may have sent it again. */
    private boolean isStillLive(UUID id, UUID inviter) {
        return members.lock(id)
                .filter(member -> status.of(member) == MemberStatus.INVITATION_SENT)
                .flatMap(member -> invitations.findById(id))
                .filter(invitation -> invitation.inviter().equals(inviter))
                .isPresent();
    }

    @Override
    public void check(String message, String businessKey) {
        UUID id;
        try {
            id = UUID.fromString(businessKey);
        } catch (IllegalArgumentException noId) {
            throw Problem.invalid("businessKey", "must be the id of an invitation");
        }
        attempt.run(() -> {
            UUID workspace = members.find(id).map(Member::workspace).orElseThrow(() -> Problem.notFound("invitation"));
            var action = message.equals(InvitationProcess.RESEND) ? MemberAction.RESEND : MemberAction.WITHDRAW;
            hold(action, workspace, id, Precondition.NONE);
            return id;
        });
    }

    /** Lets nobody else act on the invitation until the transaction ends, if this action is allowed now. */
    private void hold(MemberAction action, UUID workspace, UUID id, Precondition unchanged) {
        rights.require(workspace, action.permission());
        requireAllowed(action, workspace, id);
        unchanged.check();
        current.asTheClock(() -> process.catchUp(id));
        requireAllowed(action, workspace, id); // Again, for the clock may have gone further than the status said
    }

    private void requireAllowed(MemberAction action, UUID workspace, UUID id) {
        // Whoever has joined is not locked: they may be the caller, or about to act on the caller
        Member member = members.find(id)
                .filter(found -> !found.status().isInvitation())
                .or(() -> members.lock(id))
                .filter(found -> found.workspace().equals(workspace))
                .orElseThrow(() -> Problem.notFound("invitation"));
        rights.requireStill(workspace, action.permission());
        status.of(member).require(action);
    }

    private boolean hasAccount(String token) {
        return attempt.run(
                () -> accounts.find(links.open(token).member().email()).isPresent());
    }

    private static Person mustSignIn() {
        throw Problem.of(
                ProblemType.NOT_SIGNED_IN, "This address has an account. Sign in with it to accept the invitation.");
    }
}
