package roster.member;

import static roster.member.MemberAction.BLOCK;
import static roster.member.MemberAction.DELETE;
import static roster.member.MemberAction.RESEND;
import static roster.member.MemberAction.SET_ROLE;
import static roster.member.MemberAction.UNBLOCK;
import static roster.member.MemberAction.WITHDRAW;

import java.util.List;
import java.util.stream.Collectors;
import roster.problem.Problem;
import roster.problem.ProblemType;

/** Where somebody on the member list stands. Withdrawn and deleted are ends, not statuses: such a row leaves the list. */
public enum MemberStatus {
    /** The invitation is out and waits. */
    INVITATION_SENT(WITHDRAW),
    /** The invitation was not accepted within its validity. */
    INVITATION_EXPIRED(RESEND, WITHDRAW),
    /** Accepted; works according to the role. */
    ACTIVE(BLOCK, DELETE, SET_ROLE),
    /** Blocked; stays on the list and can do nothing. */
    INACTIVE(UNBLOCK, SET_ROLE);

    private final List<MemberAction> actions;

    MemberStatus(MemberAction... actions) {
        this.actions = List.of(actions);
    }

    /** Whether the person has not joined yet. */
    public boolean isInvitation() {
        return this == INVITATION_SENT || this == INVITATION_EXPIRED;
    }

    /** The only actions that an admin can take in this status; every other one is refused. */
    public List<MemberAction> actions() {
        return actions;
    }

    /** @throws Problem ACTION_NOT_ALLOWED naming this status and what it allows */
    public void require(MemberAction action) {
        if (!actions.contains(action)) {
            String allowed = actions.stream().map(Enum::name).collect(Collectors.joining(" and "));
            throw Problem.forbiddenByStatus(
                    ProblemType.ACTION_NOT_ALLOWED,
                    "The status is " + this + ", which allows " + allowed + ", not " + action + ".",
                    this,
                    actions);
        }
    }
}
