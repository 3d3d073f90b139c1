package roster.member;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import roster.engine.Attempt;
import roster.workspace.RoleChoice;

/**
 * The door through which admins change members. It stores nothing itself: it starts the process that does. Each answers whether the change has been
 * made; it has not where an edited diagram waits for something first, such as an approval.
 */
@Component
public class MemberChanges {

    private static final RoleChoice NONE = new RoleChoice(null, null);

    private final MemberProcess process;
    private final MemberSteps steps;
    private final Attempt attempt;

    MemberChanges(MemberProcess process, MemberSteps steps, Attempt attempt) {
        this.process = process;
        this.steps = steps;
        this.attempt = attempt;
    }

    /** @throws roster.problem.Problem if a rule forbids it */
    public boolean block(UUID workspace, UUID member, Precondition unchanged) {
        return change(MemberAction.BLOCK, workspace, member, NONE, unchanged);
    }

    /** @throws roster.problem.Problem if a rule forbids it */
    public boolean unblock(UUID workspace, UUID member, Precondition unchanged) {
        return change(MemberAction.UNBLOCK, workspace, member, NONE, unchanged);
    }

    /** @throws roster.problem.Problem if a rule forbids it */
    public boolean delete(UUID workspace, UUID member, Precondition unchanged) {
        return change(MemberAction.DELETE, workspace, member, NONE, unchanged);
    }

    /**
     * @param role as typed
     * @param miniPrograms ids, separated by commas, as typed
     * @throws roster.problem.Problem if a rule forbids it, or naming every field that breaks one
     */
    public boolean setRole(
            UUID workspace, UUID member, @Nullable String role, @Nullable String miniPrograms, Precondition unchanged) {
        return change(MemberAction.SET_ROLE, workspace, member, new RoleChoice(role, miniPrograms), unchanged);
    }

    private boolean change(
            MemberAction action, UUID workspace, UUID member, RoleChoice choice, Precondition unchanged) {
        return attempt.run(() -> {
            if (unchanged != Precondition.NONE) {
                steps.hold(action, workspace, member);
                unchanged.check();
            }
            return process.requested(action, workspace, member, choice);
        });
    }
}
