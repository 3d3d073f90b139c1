package roster.member;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import roster.account.CurrentPerson;
import roster.account.Person;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.workspace.Access;
import roster.workspace.Permission;

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
        return workspaces(current.require().id(), member -> member.status() == MemberStatus.ACTIVE);
    }

    @Override
    public Set<UUID> administered() {
        return administered(current.require().id());
    }

    @Override
    public Set<UUID> administered(UUID account) {
        return workspaces(account, Member::isActiveAdmin);
    }

    @Override
    public void requireMember(UUID workspace) {
        if (!isOperator()) {
            requireActive(own(workspace));
        }
    }

    @Override
    public Set<Permission> permissions(UUID workspace) {
        Optional<Member> own = own(workspace);
        return Arrays.stream(Permission.values())
                .filter(permission ->
                        own.filter(member -> member.may(permission)).isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public void require(UUID workspace, Permission permission) {
        Optional<Member> own = own(workspace);
        if (!isOperator() || own.isPresent()) {
            requireActive(own);
        }
        if (own.filter(member -> member.may(permission)).isEmpty()) {
            throw Problem.of(
                    ProblemType.NOT_ALLOWED, "Your role in this workspace does not include " + permission.key() + ".");
        }
    }

    @Override
    public void requireOrOperator(UUID workspace, Permission permission) {
        if (!isOperator()) {
            require(workspace, permission);
        }
    }

    @Override
    public Predicate<UUID> miniPrograms(UUID workspace, Permission permission) {
        if (isOperator()) {
            return miniProgram -> true;
        }
        Optional<Member> own = own(workspace).filter(member -> member.status() == MemberStatus.ACTIVE);
        return miniProgram ->
                own.filter(member -> member.may(permission, miniProgram)).isPresent();
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
        return members.findInOpenWorkspace(workspace, current.require().id());
    }

    private Set<UUID> workspaces(UUID account, Predicate<Member> wanted) {
        return members.findInOpenWorkspaces(account).stream()
                .filter(wanted)
                .map(Member::workspace)
                .collect(Collectors.toSet());
    }

    private static void requireActive(Optional<Member> own) {
        Member member = own.orElseThrow(() -> Problem.notFound("workspace"));
        if (member.status() != MemberStatus.ACTIVE) {
            throw Problem.of(ProblemType.NOT_ALLOWED, "Your membership in this workspace is blocked.");
        }
    }
}
