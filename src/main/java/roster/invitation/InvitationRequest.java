package roster.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import roster.account.EmailAddress;
import roster.problem.Name;
import roster.problem.Violations;
import roster.workspace.MiniProgram;
import roster.workspace.MiniProgramRule;
import roster.workspace.Role;
import roster.workspace.Workspace;
import roster.workspace.WorkspaceManagement;

/**
 * Whom an admin wants to invite, as typed, through whichever door.
 *
 * @param miniPrograms ids, separated by commas
 */
record InvitationRequest(
        @Nullable String name,
        @Nullable String email,
        @Nullable String role,
        @Nullable String miniPrograms) {

    /** The same, after every rule. */
    record Checked(String name, EmailAddress email, Role role, List<UUID> miniPrograms) {}

    /** @throws roster.problem.Problem naming every field that breaks a rule */
    Checked check(Workspace workspace, WorkspaceManagement workspaces) {
        var violations = new Violations();
        String checkedName = Name.check("name", name, violations);
        EmailAddress checkedEmail = checkEmail(violations);
        Role checkedRole = checkRole(workspace, violations);
        List<UUID> checkedPrograms =
                checkedRole == null ? List.of() : checkMiniPrograms(workspace, checkedRole, workspaces, violations);
        violations.throwIfAny();
        if (checkedEmail == null || checkedRole == null) {
            throw new IllegalStateException("What is missing was named above");
        }
        return new Checked(checkedName, checkedEmail, checkedRole, checkedPrograms);
    }

    private @Nullable EmailAddress checkEmail(Violations violations) {
        try {
            return new EmailAddress(email == null ? "" : email);
        } catch (IllegalArgumentException wrong) {
            violations.add("email", String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    private @Nullable Role checkRole(Workspace workspace, Violations violations) {
        List<Role> offered = workspace.type().roles();
        for (Role each : offered) {
            if (each.name().equals(role)) {
                return each;
            }
        }
        violations.add(
                "role", "must be one of " + offered.stream().map(Enum::name).collect(Collectors.joining(", ")));
        return null;
    }

    private List<UUID> checkMiniPrograms(
            Workspace workspace, Role wanted, WorkspaceManagement workspaces, Violations violations) {
        var ids = new ArrayList<UUID>();
        for (String text : miniPrograms == null ? new String[0] : miniPrograms.split(",")) {
            if (!text.isBlank()) {
                try {
                    ids.add(UUID.fromString(text.strip()));
                } catch (IllegalArgumentException noId) {
                    violations.add("miniPrograms", "must be ids of mini programs");
                    return List.of();
                }
            }
        }
        List<UUID> distinct = ids.stream().distinct().toList();
        if (wanted.miniPrograms() == MiniProgramRule.REQUIRED && distinct.isEmpty()) {
            violations.add("miniPrograms", "must not be empty for the role " + wanted);
        } else if (wanted.miniPrograms() != MiniProgramRule.REQUIRED && !distinct.isEmpty()) {
            violations.add("miniPrograms", "must not be given at the invitation for the role " + wanted);
        } else if (workspaces.miniPrograms(workspace.id(), distinct).stream()
                        .map(MiniProgram::id)
                        .distinct()
                        .count()
                != distinct.size()) {
            violations.add("miniPrograms", "must belong to this workspace");
        }
        return distinct;
    }
}
