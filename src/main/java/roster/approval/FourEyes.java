package roster.approval;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import roster.account.CurrentPerson;
import roster.member.MemberManagement;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.workspace.Access;

/**
 * Who asked for something does not answer it, and nobody answers what concerns their own membership. An operator who invites the first admin of a
 * workspace may answer that as well, for there is nobody else yet.
 */
@Component
class FourEyes {

    private final Access access;
    private final MemberManagement members;
    private final CurrentPerson current;

    FourEyes(Access access, MemberManagement members, CurrentPerson current) {
        this.access = access;
        this.members = members;
        this.current = current;
    }

    /** Why somebody who may answer approvals of this workspace may not answer this one. */
    Optional<Problem> objection(UUID workspace, Request request) {
        String me = current.require().userId();
        if (request.isBy(me) && !isOnboarding(workspace)) {
            return Optional.of(
                    Problem.of(
                            ProblemType.OWN_REQUEST,
                            "Who asked for this does not answer it: another admin of the workspace must. If there is none, a platform operator may."));
        }
        return request.isAbout(me)
                ? Optional.of(
                        Problem.of(ProblemType.OWN_MEMBERSHIP, "Nobody decides about themselves: another admin must."))
                : Optional.empty();
    }

    private boolean isOnboarding(UUID workspace) {
        return access.isOperator() && !members.hasActiveAdmin(workspace);
    }
}
