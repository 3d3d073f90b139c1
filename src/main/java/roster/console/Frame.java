package roster.console;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import roster.account.CurrentPerson;
import roster.account.Person;
import roster.approval.ApprovalManagement;
import roster.mail.Mailer;
import roster.mail.Outbox;
import roster.workspace.Access;
import roster.workspace.Permission;
import roster.workspace.Workspace;
import roster.workspace.WorkspaceManagement;

/** What every page shows around its content: who is signed in, in which workspace, and where they may go. */
@Component
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {

    private final CurrentPerson current;
    private final WorkspaceManagement workspaces;
    private final Access access;
    private final ApprovalManagement approvals;
    private final boolean outbox;

    Frame(
            CurrentPerson current,
            WorkspaceManagement workspaces,
            Access access,
            ApprovalManagement approvals,
            Mailer mailer) {
        this.current = current;
        this.workspaces = workspaces;
        this.access = access;
        this.approvals = approvals;
        this.outbox = mailer instanceof Outbox;
    }

    /**
     * Around a page.
     *
     * @param members whether the person may see the member list of the workspace
     * @param approvals how many wait for an answer, for who may see the member list
     * @param permissions what the person may do in the workspace
     */
    record Around(
            @Nullable Person me,
            @Nullable Workspace workspace,
            boolean members,
            long approvals,
            Set<Permission> permissions,
            boolean outbox) {

        public boolean may(String permission) {
            return permissions.contains(Permission.valueOf(permission));
        }
    }

    /** @throws roster.problem.Problem NOT_FOUND if the address names a workspace that the person does not belong to */
    @ModelAttribute("frame")
    Around around(@PathVariable(name = "workspace", required = false) @Nullable UUID id) {
        Person me = current.find().orElse(null);
        if (me == null || id == null) {
            return new Around(me, null, false, 0, Set.of(), outbox);
        }
        Workspace workspace = workspaces.visible(id);
        Set<Permission> permissions = access.permissions(id);
        boolean members = permissions.contains(Permission.MEMBER_VIEW) || access.isOperator();
        return new Around(me, workspace, members, members ? approvals.count(id) : 0, permissions, outbox);
    }
}
