package roster.approval;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import roster.approval.Approval.Answer;

@RestController
@RequestMapping("/api/workspaces/{workspace}/approvals")
class ApprovalController {

    private final ApprovalManagement approvals;

    ApprovalController(ApprovalManagement approvals) {
        this.approvals = approvals;
    }

    /**
     * Lists what waits for an approval in a workspace, what waits longest first.
     *
     * @param limit how many at most; what is beyond comes up as these are answered
     */
    @GetMapping
    ApprovalManagement.Page page(
            @PathVariable UUID workspace, @RequestParam(required = false) @Nullable Integer limit) {
        return approvals.page(workspace, limit);
    }

    /** Shows what waits for an approval. */
    @GetMapping("/{id}")
    Approval get(@PathVariable UUID workspace, @PathVariable UUID id) {
        return approvals.get(workspace, id);
    }

    /** Approves what was asked for, and the process goes on at once. Who asked for it, and whom it is about, does not. */
    @PostMapping("/{id}/approve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(@PathVariable UUID workspace, @PathVariable UUID id) {
        approvals.answer(workspace, id, Answer.APPROVE);
    }

    /** Refuses what was asked for. Who asked for it, and whom it is about, does not. */
    @PostMapping("/{id}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@PathVariable UUID workspace, @PathVariable UUID id) {
        approvals.answer(workspace, id, Answer.REFUSE);
    }
}
