package roster.invitation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import roster.account.CurrentPerson;
import roster.engine.Attempt;
import roster.problem.Problem;
import roster.workspace.Permission;

/** The door to many invitations at once. Each stands alone: who is refused keeps nobody else from being invited. */
@Component
public class InvitationBatch {

    /** So many can be invited at once. */
    public static final int MOST = 1000;

    /** So many share a transaction: enough that what they share costs little, few enough that nobody waits long for the workspace's history. */
    private static final int TOGETHER = 100;

    /**
     * What became of one of them.
     *
     * @param invitation null if it was refused
     * @param refusal null if it was not
     */
    public record Outcome(
            @Nullable Row invitation, @Nullable Problem refusal) {

        static Outcome invited(Row invitation) {
            return new Outcome(invitation, null);
        }

        static Outcome refused(Problem refusal) {
            return new Outcome(null, refusal);
        }
    }

    private final InvitationManagement invitations;
    private final InvitationProcess process;
    private final Admissions admissions;
    private final InvitationRights rights;
    private final Registrations registrations;
    private final InvitationAllowance allowance;
    private final MemberList list;
    private final CurrentPerson current;
    private final Attempt attempt;

    InvitationBatch(
            InvitationManagement invitations,
            InvitationProcess process,
            Admissions admissions,
            InvitationRights rights,
            Registrations registrations,
            InvitationAllowance allowance,
            MemberList list,
            CurrentPerson current,
            Attempt attempt) {
        this.invitations = invitations;
        this.process = process;
        this.admissions = admissions;
        this.rights = rights;
        this.registrations = registrations;
        this.allowance = allowance;
        this.list = list;
        this.current = current;
        this.attempt = attempt;
    }

    /**
     * @param requests 1 to {@link #MOST}
     * @return one for each, in their order
     * @throws Problem if the caller may not invite anybody there, or names nobody or too many
     */
    public List<Outcome> invite(UUID workspace, List<InvitationRequest> requests) {
        attempt.run(() -> rights.require(workspace, Permission.MEMBER_INVITE));
        if (requests.isEmpty() || requests.size() > MOST) {
            throw Problem.invalid("invitations", "must have 1 to " + MOST + " rows");
        }
        var outcomes = new ArrayList<Outcome>();
        for (int from = 0; from < requests.size(); from += TOGETHER) {
            outcomes.addAll(together(workspace, requests.subList(from, Math.min(from + TOGETHER, requests.size()))));
        }
        return outcomes;
    }

    /** In one transaction. Where that fails, such as for somebody who invites one of them at the same moment, each gets its own. */
    private List<Outcome> together(UUID workspace, List<InvitationRequest> requests) {
        try {
            return attempt.run(() -> {
                List<Admission> checked = admissions.check(workspace, requests).stream()
                        .map(admission -> admission.unless(
                                wanted -> allowance.use(current.require().id(), workspace, wanted.email())))
                        .toList();
                Iterator<Row> registered = register(workspace, checked).iterator();
                return checked.stream()
                        .map(admission -> admission.refusal() == null
                                ? Outcome.invited(registered.next())
                                : Outcome.refused(admission.refusal()))
                        .toList();
            });
        } catch (Problem notTogether) {
            return requests.stream().map(request -> alone(workspace, request)).toList();
        }
    }

    /** Read in the same transaction: what is answered with an error was not done. */
    private List<Row> register(UUID workspace, List<Admission> checked) {
        List<Admission> admitted = checked.stream()
                .filter(admission -> admission.refusal() == null)
                .toList();
        List<UUID> ids = registrations.together(workspace, admitted, () -> process.requested(workspace, admitted));
        Map<UUID, Row> rows = list.rows(workspace, ids);
        return ids.stream().map(rows::get).toList();
    }

    private Outcome alone(UUID workspace, InvitationRequest request) {
        try {
            return Outcome.invited(attempt.run(() -> list.get(workspace, invitations.invite(workspace, request))));
        } catch (Problem refused) {
            return Outcome.refused(refused);
        }
    }
}
