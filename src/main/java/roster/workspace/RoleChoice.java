package roster.workspace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roster.problem.Violations;

/**
 * A role with the mini programs for it, as typed, through whichever door.
 *
 * @param miniPrograms ids, separated by commas
 */
public record RoleChoice(@Nullable String role, @Nullable String miniPrograms) {

    private static final UUID NO_ID = new UUID(0, 0);

    /** As a list of ids came in. */
    public static @Nullable String joined(@Nullable List<String> miniPrograms) {
        return miniPrograms == null ? null : String.join(",", miniPrograms);
    }

    /** The same, after every rule. */
    public record Checked(Role role, List<UUID> miniPrograms) {}

    /**
     * For somebody who is not there yet: only the roles that need mini programs may bring some.
     *
     * @param known of the mini programs that are named, those that belong to the workspace
     */
    public Optional<Checked> checkForInvitation(Workspace workspace, Set<UUID> known, Violations violations) {
        return check(workspace, known, false, violations);
    }

    /** For a member: every role but those that see all mini programs may bring some. */
    public Optional<Checked> checkForMember(Workspace workspace, Set<UUID> known, Violations violations) {
        return check(workspace, known, true, violations);
    }

    private Optional<Checked> check(
            Workspace workspace, Set<UUID> known, boolean optionalAllowed, Violations violations) {
        Optional<Role> offered = offered(workspace, violations);
        if (offered.isEmpty()) {
            return Optional.empty();
        }
        Role wanted = offered.get();
        MiniProgramRule rule = wanted.miniPrograms();
        List<UUID> ids = miniProgramIds();
        if (rule == MiniProgramRule.REQUIRED && ids.isEmpty()) {
            violations.add("miniPrograms", "must not be empty for the role " + wanted);
        } else if (rule == MiniProgramRule.REFUSED && !ids.isEmpty()) {
            violations.add("miniPrograms", "must not be given for the role " + wanted + ", which sees all of them");
        } else if (rule == MiniProgramRule.OPTIONAL && !ids.isEmpty() && !optionalAllowed) {
            violations.add("miniPrograms", "must not be given at the invitation for the role " + wanted);
        } else if (!known.containsAll(ids)) {
            violations.add("miniPrograms", "must belong to this workspace");
        }
        return violations.isEmpty() ? Optional.of(new Checked(wanted, ids)) : Optional.empty();
    }

    private Optional<Role> offered(Workspace workspace, Violations violations) {
        List<Role> roles = workspace.type().roles();
        Optional<Role> offered =
                roles.stream().filter(each -> each.name().equals(role)).findFirst();
        if (offered.isEmpty()) {
            violations.add(
                    "role", "must be one of " + roles.stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
        return offered;
    }

    /** What is no id belongs to no workspace. */
    public List<UUID> miniProgramIds() {
        return Stream.of(miniPrograms == null ? new String[0] : miniPrograms.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(RoleChoice::idOrNone)
                .distinct()
                .toList();
    }

    private static UUID idOrNone(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return NO_ID;
        }
    }
}
