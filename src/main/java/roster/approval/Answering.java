package roster.approval;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import roster.invitation.MemberList;
import roster.member.Member;
import roster.member.MemberManagement;
import roster.problem.Problem;
import roster.workspace.Access;
import roster.workspace.Permission;

/**
 * Checks an answer in the transaction that takes it, through whichever door it came, and keeps in the history who gave it. Knows no engine, for the
 * engine is made with it.
 */
@Component
class Answering {

    private final Access access;
    private final MemberManagement members;
    private final MemberList list;
    private final Requests requests;
    private final FourEyes fourEyes;

    Answering(Access access, MemberManagement members, MemberList list, Requests requests, FourEyes fourEyes) {
        this.access = access;
        this.members = members;
        this.list = list;
        this.requests = requests;
        this.fourEyes = fourEyes;
    }

    /**
     * @param process key of the process
     * @param target the row of the member list that it is about
     * @param answer what was answered, as it came in
     * @throws Problem if it is no answer, or the caller may not give it
     */
    void take(
            UUID workspace,
            String process,
            UUID target,
            Map<String, Object> variables,
            @Nullable Object answer,
            String instance) {
        if (!(answer instanceof Boolean approved)) {
            throw Problem.invalid(ApprovalsInDiagram.ANSWER, "must be true or false");
        }
        require(workspace, process, target, variables);
        members.find(target).ifPresent(member -> members.note(approved ? "APPROVE" : "REFUSE", member, instance));
    }

    /**
     * Lets nobody else act on the row, nor on the caller's own, until the transaction ends.
     *
     * @throws Problem if the caller may not answer
     */
    void require(UUID workspace, String process, UUID target, Map<String, Object> variables) {
        members.holdOwn(workspace);
        access.requireOrOperator(workspace, Permission.MEMBER_VIEW);
        boolean listed = members.lock(target)
                .map(Member::workspace)
                .filter(workspace::equals)
                .isPresent();
        Request request = requests.of(process, listed ? list.get(workspace, target) : null, variables);
        fourEyes.objection(workspace, request).ifPresent(problem -> {
            throw problem;
        });
    }
}
