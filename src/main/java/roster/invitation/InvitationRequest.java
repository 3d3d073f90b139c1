package roster.invitation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import roster.account.EmailAddress;
import roster.account.Language;
import roster.problem.Name;
import roster.problem.Violations;
import roster.workspace.Role;
import roster.workspace.RoleChoice;
import roster.workspace.Workspace;

/**
 * Whom an admin wants to invite, as typed, through whichever door.
 *
 * @param miniPrograms ids, separated by commas
 * @param language of the mails: {@code en}, {@code es} or {@code zh}; null for the inviter's own
 */
public record InvitationRequest(
        @Nullable String name,
        @Nullable String email,
        @Nullable String role,
        @Nullable String miniPrograms,
        @Nullable String language) {

    /** The same, after every rule. */
    record Checked(
            String name,
            EmailAddress email,
            Role role,
            List<UUID> miniPrograms,
            @Nullable Language language) {}

    RoleChoice choice() {
        return new RoleChoice(role, miniPrograms);
    }

    /**
     * @param known of the mini programs that it names, those that belong to the workspace
     * @throws roster.problem.Problem naming every field that breaks a rule
     */
    Checked check(Workspace workspace, Set<UUID> known) {
        var violations = new Violations();
        String checkedName = Name.check("name", name, violations);
        var checkedEmail = EmailAddress.check("email", email, violations);
        var choice = choice().checkForInvitation(workspace, known, violations);
        Language checkedLanguage = Language.check(language, violations);
        violations.throwIfAny();
        if (checkedEmail.isEmpty() || choice.isEmpty()) {
            throw new IllegalStateException("What is missing was named above");
        }
        return new Checked(
                checkedName,
                checkedEmail.get(),
                choice.get().role(),
                choice.get().miniPrograms(),
                checkedLanguage);
    }
}
