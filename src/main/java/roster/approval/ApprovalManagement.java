package roster.approval;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import roster.approval.Approval.Answer;
import roster.approval.Approval.Target;
import roster.engine.Attempt;
import roster.engine.TaskRule;
import roster.invitation.MemberList;
import roster.invitation.Row;
import roster.problem.PageLimit;
import roster.problem.Problem;
import roster.problem.Violations;
import roster.workspace.Access;
import roster.workspace.Permission;
import roster.workspace.WorkspaceManagement;

/** The door to approvals: what waits in a workspace, and the answers to it. Active admins of the workspace and platform operators answer. */
@Component
public class ApprovalManagement implements TaskRule {

    private final WaitingTasks tasks;
    private final Answering answering;
    private final Requests requests;
    private final FourEyes fourEyes;
    private final MemberList list;
    private final Access access;
    private final WorkspaceManagement workspaces;
    private final Attempt attempt;

    ApprovalManagement(
            WaitingTasks tasks,
            Answering answering,
            Requests requests,
            FourEyes fourEyes,
            MemberList list,
            Access access,
            WorkspaceManagement workspaces,
            Attempt attempt) {
        this.tasks = tasks;
        this.answering = answering;
        this.requests = requests;
        this.fourEyes = fourEyes;
        this.list = list;
        this.access = access;
        this.workspaces = workspaces;
        this.attempt = attempt;
    }

    /** @param total how many wait, also beyond this page */
    @Schema(name = "ApprovalPage")
    public record Page(List<Approval> items, long total) {}

    /**
     * What waits longest comes first.
     *
     * @param limit 1 to 200; 50 if not given
     * @throws Problem naming the parameter that is wrong, or if the caller may not see it
     */
    public Page page(UUID workspace, @Nullable Integer limit) {
        requireAnswerer(workspace);
        var violations = new Violations();
        int size = PageLimit.check(limit, violations);
        violations.throwIfAny();
        List<WaitingTask> found = tasks.oldest(workspace, size);
        Map<UUID, Row> rows =
                list.rows(workspace, found.stream().map(WaitingTask::target).toList());
        return new Page(
                found.stream()
                        .map(task -> approval(task, rows.get(task.target())))
                        .toList(),
                tasks.count(workspace));
    }

    /** How many wait. Whether somebody may know is decided before. */
    public long count(UUID workspace) {
        return tasks.count(workspace);
    }

    /** @throws Problem NOT_FOUND if it does not wait in this workspace, or the caller may not know */
    public Approval get(UUID workspace, UUID id) {
        requireAnswerer(workspace);
        WaitingTask task = require(workspace, id);
        return approval(task, list.rows(workspace, List.of(task.target())).get(task.target()));
    }

    /** @throws Problem if a rule forbids the caller to answer, or what was asked for is not allowed any more */
    public void answer(UUID workspace, UUID id, Answer answer) {
        attempt.run(() -> {
            requireAnswerer(workspace);
            hold(require(workspace, id));
            tasks.complete(id, answer == Answer.APPROVE);
            return id;
        });
    }

    @Override
    public void check(UUID task) {
        attempt.run(() -> {
            hold(tasks.find(task)
                    .filter(found ->
                            access.isOperator() || access.administered().contains(found.workspace()))
                    .orElseThrow(() -> Problem.notFound("approval")));
            return task;
        });
    }

    /** Lets nobody else answer it until the transaction ends, if the caller may answer and nobody has until now. */
    private void hold(WaitingTask task) {
        answering.require(task.workspace(), task.process(), task.target(), task.variables());
        require(task.workspace(), task.id()); // Again, for somebody else may have held the row until now
    }

    private void requireAnswerer(UUID workspace) {
        access.requireOrOperator(workspace, Permission.MEMBER_VIEW);
        workspaces.require(workspace);
    }

    private WaitingTask require(UUID workspace, UUID id) {
        return tasks.find(id)
                .filter(task -> task.workspace().equals(workspace))
                .orElseThrow(() -> Problem.notFound("approval"));
    }

    private Approval approval(WaitingTask task, @Nullable Row row) {
        Request request = requests.of(task.process(), row, task.variables());
        boolean answerable = fourEyes.objection(task.workspace(), request).isEmpty();
        return new Approval(
                task.id(),
                URI.create("/api/workspaces/" + task.workspace() + "/approvals/" + task.id()),
                request.action(),
                task.step(),
                row == null ? null : new Target(row.id(), row.name(), row.email(), row.role()),
                request.newRole().orElse(null),
                request.by(),
                task.since(),
                task.until(),
                answerable ? List.of(Answer.values()) : List.of());
    }
}
