package roster.member;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import roster.account.CurrentPerson;
import roster.account.Person;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.workspace.Access;

/** Answers from the member list at every call, so that a blocked member's next request is refused already. */
@Component
class MemberAccess implements Access {

    private final Members members;
    private final CurrentPerson current;

    MemberAccess(Members members, CurrentPerson current) {
        this.members = members;
        this.current = current;
    }

    @Override
    public Set<UUID> memberships() {
        return members.findByAccountAndStatus(current.require().id(), MemberStatus.ACTIVE).stream()
                .map(Member::workspace)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> administered() {
        return members.findByAccountAndStatus(current.require().id(), MemberStatus.ACTIVE).stream()
                .filter(Member::isActiveAdmin)
                .map(Member::workspace)
                .collect(Collectors.toSet());
    }

    @Override
    public void requireMember(UUID workspace) {
        if (!isOperator() && own(workspace).isEmpty()) {
            throw Problem.notFound("workspace");
        }
    }

    @Override
    public void requireAdmin(UUID workspace) {
        requireMember(workspace);
        if (!isAdmin(workspace)) {
            throw Problem.of(ProblemType.NOT_ALLOWED, "Only an Active admin of this workspace may do this.");
        }
    }

    @Override
    public boolean isAdmin(UUID workspace) {
        return own(workspace).filter(Member::isActiveAdmin).isPresent();
    }

    @Override
    public void requireViewer(UUID workspace) {
        if (!isOperator()) {
            requireAdmin(workspace);
        }
    }

    @Override
    public void requireOperator() {
        if (!isOperator()) {
            throw Problem.of(ProblemType.NOT_ALLOWED, "Only platform operators may do this.");
        }
    }

    @Override
    public boolean isOperator() {
        return current.find().filter(Person::operator).isPresent();
    }

    private Optional<Member> own(UUID workspace) {
        return members.findByWorkspaceAndAccount(workspace, current.require().id())
                .filter(member -> member.status() == MemberStatus.ACTIVE);
    }
}
