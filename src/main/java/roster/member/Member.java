package roster.member;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
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
import roster.workspace.Grant;
import roster.workspace.Permission;
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

    /** In which several rows are locked, as the database sorts them: joined people, who may act themselves, and then invitations. */
    static final Comparator<Member> LOCK_ORDER = Comparator.comparing(
                    (Member row) -> row.status().isInvitation())
            .thenComparing(row -> row.id().toString());

    /** The account is not an Active admin of the workspace any more, in the same transaction. */
    public record NoLongerAdmin(UUID workspace, UUID account) {}

    public static Member invite(
            UUID id, UUID workspace, EmailAddress email, String name, Role role, Collection<UUID> miniPrograms) {
        return new Member(
                id,
                workspace,
                email,
                name,
                role,
                MemberStatus.INVITATION_SENT,
                null,
                null,
                assignments(miniPrograms),
                0);
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

    /** Stays on the list and can do nothing, until unblocked. */
    Member block() {
        status.require(MemberAction.BLOCK);
        return with(name, MemberStatus.INACTIVE, account, startedAt);
    }

    /** Has the same role and mini programs as before. */
    Member unblock() {
        status.require(MemberAction.UNBLOCK);
        return with(name, MemberStatus.ACTIVE, account, startedAt);
    }

    /** An Inactive member stays Inactive. */
    Member setRole(Role newRole, Collection<UUID> newMiniPrograms) {
        status.require(MemberAction.SET_ROLE);
        return new Member(
                id, workspace, email, name, newRole, status, account, startedAt, assignments(newMiniPrograms), version);
    }

    /** Sees one mini program more. */
    Member assign(UUID miniProgram) {
        var more = new HashSet<>(miniPrograms);
        more.add(new Assignment(miniProgram));
        return new Member(id, workspace, email, name, role, status, account, startedAt, Set.copyOf(more), version);
    }

    /** Sees one mini program less; the role stays, even with none left. */
    Member unassign(UUID miniProgram) {
        var fewer = new HashSet<>(miniPrograms);
        fewer.remove(new Assignment(miniProgram));
        return new Member(id, workspace, email, name, role, status, account, startedAt, Set.copyOf(fewer), version);
    }

    /** Whether the role includes the permission, at least on some mini program; never while blocked or invited. */
    boolean may(Permission permission) {
        return status == MemberStatus.ACTIVE && permission.grantTo(role) != Grant.NO;
    }

    /** Whether the permission reaches this mini program, which must be one of the workspace. */
    boolean may(Permission permission, UUID miniProgram) {
        return may(permission)
                && (permission.grantTo(role) != Grant.ASSIGNED || miniPrograms.contains(new Assignment(miniProgram)));
    }

    public boolean isActiveAdmin() {
        return status == MemberStatus.ACTIVE && role.isAdmin();
    }

    public List<UUID> miniProgramIds() {
        return miniPrograms.stream().map(Assignment::miniProgram).toList();
    }

    private static Set<Assignment> assignments(Collection<UUID> miniPrograms) {
        return miniPrograms.stream().map(Assignment::new).collect(Collectors.toUnmodifiableSet());
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
