package roster.member;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import roster.account.EmailAddress;
import roster.account.Person;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.workspace.Role;

/**
 * One row of the member list, from the invitation to the end. Every change asks the status first.
 *
 * @param account who it is, once they have joined
 * @param startedAt when they joined
 */
public record Member(
        @Id UUID id,
        UUID workspace,
        EmailAddress email,
        String name,
        Role role,
        MemberStatus status,
        @Nullable UUID account,
        @Nullable Instant startedAt,
        Set<Assignment> miniPrograms,
        @Version int version) {

    public static Member invite(
            UUID id, UUID workspace, EmailAddress email, String name, Role role, Collection<UUID> miniPrograms) {
        var assignments = miniPrograms.stream().map(Assignment::new).collect(Collectors.toUnmodifiableSet());
        return new Member(id, workspace, email, name, role, MemberStatus.INVITATION_SENT, null, null, assignments, 0);
    }

    /** The three days are over, or the inviter may no longer invite. */
    public Member expire() {
        requireStatus(MemberStatus.INVITATION_SENT);
        return with(name, MemberStatus.INVITATION_EXPIRED, account, startedAt);
    }

    /** The invitation goes out again. */
    public Member resend() {
        status.require(MemberAction.RESEND);
        return with(name, MemberStatus.INVITATION_SENT, account, startedAt);
    }

    public Member join(Person person, Instant now) {
        requireStatus(MemberStatus.INVITATION_SENT);
        return with(person.name(), MemberStatus.ACTIVE, person.id(), now);
    }

    public boolean isActiveAdmin() {
        return status == MemberStatus.ACTIVE && role.isAdmin();
    }

    public List<UUID> miniProgramIds() {
        return miniPrograms.stream().map(Assignment::miniProgram).toList();
    }

    private void requireStatus(MemberStatus expected) {
        if (status != expected) {
            throw Problem.forbiddenByStatus(
                    ProblemType.ACTION_NOT_ALLOWED,
                    "The status is " + status + ", not " + expected + ".",
                    status,
                    status.actions());
        }
    }

    private Member with(String newName, MemberStatus newStatus, @Nullable UUID newAccount, @Nullable Instant newStart) {
        return new Member(id, workspace, email, newName, role, newStatus, newAccount, newStart, miniPrograms, version);
    }
}
