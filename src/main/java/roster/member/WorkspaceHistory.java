package roster.member;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import roster.history.History;
import roster.history.SealedEntry;
import roster.history.Verification;
import roster.problem.PageLimit;
import roster.problem.Violations;
import roster.workspace.Access;
import roster.workspace.Permission;
import roster.workspace.WorkspaceManagement;

/** The door to the history of a workspace, for whoever may read it. */
@Component
@Transactional(readOnly = true)
public class WorkspaceHistory {

    private final History history;
    private final Access access;
    private final WorkspaceManagement workspaces;

    WorkspaceHistory(History history, Access access, WorkspaceManagement workspaces) {
        this.history = history;
        this.access = access;
        this.workspaces = workspaces;
    }

    /** @param next to be given as {@code after}; null on the last page */
    public record Page(List<SealedEntry> items, @Nullable String next) {}

    /**
     * Newest first.
     *
     * @param target only entries of this row of the member list, if given
     * @param limit 1 to 200; 50 if not given
     * @param after the {@code next} of the page before
     * @throws roster.problem.Problem naming the parameter that is wrong, or if the caller may not read it
     */
    public Page page(UUID workspace, @Nullable UUID target, @Nullable Integer limit, @Nullable String after) {
        requireReader(workspace);
        var violations = new Violations();
        int size = PageLimit.check(limit, violations);
        Long before = after == null ? null : position(after, violations);
        violations.throwIfAny();
        List<SealedEntry> found = history.page(workspace, target, before, size + 1);
        boolean more = found.size() > size;
        List<SealedEntry> items = more ? found.subList(0, size) : found;
        return new Page(items, more ? Long.toString(items.get(size - 1).position()) : null);
    }

    /** Reads all of it, so its cost grows with the history; as it was at one moment, though entries are added meanwhile. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify(UUID workspace) {
        requireReader(workspace);
        return history.verify(workspace);
    }

    /** Platform operators also read what is left of closed workspaces. */
    private void requireReader(UUID workspace) {
        access.requireOrOperator(workspace, Permission.HISTORY_VIEW);
        workspaces.nameOf(workspace); // Refuses one that never was
    }

    private static @Nullable Long position(String cursor, Violations violations) {
        try {
            return Long.valueOf(cursor);
        } catch (NumberFormatException wrong) {
            violations.add("after", "must be the next of another page");
            return null;
        }
    }
}
