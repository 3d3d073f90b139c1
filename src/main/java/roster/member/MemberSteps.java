package roster.member;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import roster.account.CurrentPerson;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.problem.Violations;
import roster.workspace.Access;
import roster.workspace.RoleChoice;
import roster.workspace.Workspace;
import roster.workspace.WorkspaceManagement;

/**
 * The steps of the processes that change a member. Each asks the store again whether it may happen: a diagram can wait between the request and the
 * change, and the engine can be told to run any step at any time. A refusal rolls back what the process did so far.
 */
@Component
class MemberSteps {

    private final Members members;
    private final MemberManagement management;
    private final WorkspaceManagement workspaces;
    private final Access access;
    private final CurrentPerson current;
    private final StatusByClock status;

    MemberSteps(
            Members members,
            MemberManagement management,
            WorkspaceManagement workspaces,
            Access access,
            CurrentPerson current,
            StatusByClock status) {
        this.members = members;
        this.management = management;
        this.workspaces = workspaces;
        this.access = access;
        this.current = current;
        this.status = status;
    }

    /** Checks every rule of a change before the process waits for anything. */
    void request(MemberAction action, UUID workspace, UUID member, RoleChoice choice) {
        hold(action, workspace, member);
        if (action == MemberAction.SET_ROLE) {
            check(choice, workspace);
        }
    }

    void block(UUID workspace, UUID id, String process) {
        Member member = hold(MemberAction.BLOCK, workspace, id);
        management.change("BLOCK", member, member.block(), process);
    }

    void unblock(UUID workspace, UUID id, String process) {
        Member member = hold(MemberAction.UNBLOCK, workspace, id);
        management.change("UNBLOCK", member, member.unblock(), process);
    }

    void delete(UUID workspace, UUID id, String process) {
        management.remove("DELETE", hold(MemberAction.DELETE, workspace, id), process);
    }

    void setRole(UUID workspace, UUID id, RoleChoice choice, String process) {
        Member member = hold(MemberAction.SET_ROLE, workspace, id);
        var checked = check(choice, workspace);
        management.change("SET_ROLE", member, member.setRole(checked.role(), checked.miniPrograms()), process);
    }

    /**
     * The member, whom nobody else can change until the transaction ends; nor the admin's own row, so that of two admins who act on each other the second
     * meets what the first has done.
     *
     * @throws Problem if the caller may not do this to this member now
     */
    Member hold(MemberAction action, UUID workspace, UUID id) {
        if (action == MemberAction.SET_ROLE) {
            workspaces.holdMiniPrograms(workspace);
        }
        if (comesBeforeOwn(id, workspace)) {
            management.lock(id);
        }
        management.holdOwn(workspace);
        Optional<Member> locked = management.lock(id);
        access.require(workspace, action.permission());
        Member member = locked.filter(found -> found.workspace().equals(workspace))
                .orElseThrow(() -> Problem.notFound("member"));
        if (current.require().id().equals(member.account())) {
            throw Problem.of(ProblemType.OWN_MEMBERSHIP, "Nobody does this to themselves: another admin must.");
        }
        status.of(member).require(action);
        return member;
    }

    /** Whoever locks several rows does so in one order, or two could wait for each other. */
    private boolean comesBeforeOwn(UUID id, UUID workspace) {
        return members.findByWorkspaceAndAccount(workspace, current.require().id())
                .filter(own -> members.findById(id)
                        .filter(row -> Member.LOCK_ORDER.compare(row, own) <= 0)
                        .isPresent())
                .isPresent();
    }

    private RoleChoice.Checked check(RoleChoice choice, UUID workspaceId) {
        Workspace workspace = workspaces.require(workspaceId);
        var violations = new Violations();
        var checked =
                choice.checkForMember(workspace, workspaces.known(workspaceId, choice.miniProgramIds()), violations);
        violations.throwIfAny();
        return checked.orElseThrow(() -> new IllegalStateException("What is missing was named above"));
    }
}
