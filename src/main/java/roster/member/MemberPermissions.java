package roster.member;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import roster.account.CurrentPerson;
import roster.account.EmailAddress;
import roster.problem.Violations;
import roster.workspace.Access;
import roster.workspace.Grant;
import roster.workspace.Permission;
import roster.workspace.Role;
import roster.workspace.WorkspaceType;

/**
 * The door to the question "may this person do this?". One read answers it, anew each time, so that a block is felt at once; that read is a transaction
 * by itself, for to begin and end one costs as much again.
 */
@Component
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
public class MemberPermissions {

    /** @param reason a sentence for whoever asks */
    public record Answer(boolean allowed, String reason) {}

    /** What the store says of a person in a workspace. */
    private record Standing(
            WorkspaceType type, Role role, MemberStatus status, boolean miniProgramThere, boolean assigned) {}

    private final JdbcClient jdbc;
    private final Access access;
    private final CurrentPerson current;

    MemberPermissions(JdbcClient jdbc, Access access, CurrentPerson current) {
        this.jdbc = jdbc;
        this.access = access;
        this.current = current;
    }

    /**
     * An Inactive member, an invitation and a stranger get "no" to everything.
     *
     * @throws roster.problem.Problem naming what is missing or unknown; NOT_ALLOWED or NOT_FOUND if the caller may not ask about somebody else
     */
    public Answer ask(
            @Nullable UUID workspace, @Nullable String permission, @Nullable UUID miniProgram, @Nullable String email) {
        var violations = new Violations();
        Permission asked = permission == null ? null : Permission.of(permission).orElse(null);
        if (workspace == null) {
            violations.add("workspace", "must be the id of a workspace");
        }
        if (asked == null) {
            violations.add("permission", "must be one of the permission matrix, such as member.invite");
        } else if (asked.isForMiniPrograms() && miniProgram == null) {
            violations.add("miniProgram", "must be given for " + asked.key());
        }
        String whose = email == null
                ? current.require().userId()
                : EmailAddress.check("email", email, violations)
                        .map(EmailAddress::value)
                        .orElse("");
        violations.throwIfAny();
        if (workspace == null || asked == null) {
            throw new IllegalStateException("What is missing was named above");
        }
        if (!whose.equals(current.require().userId())) {
            access.requireOrOperator(workspace, Permission.MEMBER_VIEW);
        }
        return answer(asked, miniProgram, standings(workspace, whose, miniProgram));
    }

    private static Answer answer(Permission asked, @Nullable UUID miniProgram, List<Standing> standings) {
        if (standings.isEmpty() || standings.get(0).status() != MemberStatus.ACTIVE) {
            return new Answer(false, "Not an Active member of the workspace.");
        }
        Standing standing = standings.get(0);
        if (!asked.isIn(standing.type())) {
            return new Answer(false, "A " + standing.type() + " workspace does not have this permission.");
        }
        if (miniProgram != null && !standing.miniProgramThere()) {
            return new Answer(false, "The mini program does not belong to the workspace.");
        }
        Grant grant = asked.grantTo(standing.role());
        return switch (grant) {
            case NO -> new Answer(false, "The role " + standing.role() + " does not include it.");
            case YES -> new Answer(true, "The role " + standing.role() + " includes it.");
            case ALL -> new Answer(true, "The role " + standing.role() + " includes it for every mini program.");
            case ASSIGNED ->
                standing.assigned()
                        ? new Answer(true, "The mini program is assigned to the member.")
                        : new Answer(false, "The mini program is not assigned to the member.");
        };
    }

    private List<Standing> standings(UUID workspace, String email, @Nullable UUID miniProgram) {
        UUID asked = miniProgram == null ? new UUID(0, 0) : miniProgram;
        return jdbc.sql("""
                        select w.type, m.role, m.status,
                            exists (select 1 from mini_program p where p.id = :miniProgram and p.workspace = w.id) as there,
                            exists (select 1 from assignment a where a.member = m.id and a.mini_program = :miniProgram) as assigned
                        from member m join workspace w on w.id = m.workspace
                        where m.workspace = :workspace and m.email = :email and w.closed_at is null""")
                .param("workspace", workspace)
                .param("email", email)
                .param("miniProgram", asked)
                .query((row, number) -> new Standing(
                        WorkspaceType.valueOf(row.getString("type")),
                        Role.valueOf(row.getString("role")),
                        MemberStatus.valueOf(row.getString("status")),
                        row.getBoolean("there"),
                        row.getBoolean("assigned")))
                .list();
    }
}
