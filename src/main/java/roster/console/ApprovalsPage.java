package roster.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import roster.approval.Approval;
import roster.approval.Approval.Answer;
import roster.approval.ApprovalManagement;
import roster.problem.Problem;

/** What waits for an approval in a workspace, and the answers to it. Each answer asks first. */
@Controller
@RequestMapping("/workspaces/{workspace}/approvals")
class ApprovalsPage {

    private final ApprovalManagement approvals;

    ApprovalsPage(ApprovalManagement approvals) {
        this.approvals = approvals;
    }

    /** @param seen the state of the rows that the page shows already; nothing is answered while they have not changed */
    @GetMapping
    ModelAndView list(
            @PathVariable UUID workspace,
            @RequestParam(required = false) @Nullable String seen,
            HttpServletRequest request) {
        ApprovalManagement.Page page = approvals.page(workspace, null);
        String state = Integer.toHexString(page.toString().hashCode());
        if (state.equals(seen)) {
            return Htmx.nothing();
        }
        return new ModelAndView(Htmx.asks(request) ? "approvals :: rows" : "approvals")
                .addObject("page", page)
                .addObject("state", state)
                .addObject("part", Htmx.asks(request));
    }

    @GetMapping("/{id}/{answer}")
    ModelAndView ask(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            @PathVariable Answer answer,
            HttpServletRequest request) {
        return ask(approvals.get(workspace, id), answer, request);
    }

    @PostMapping("/{id}/{answer}")
    ModelAndView answer(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            @PathVariable Answer answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            approvals.answer(workspace, id, answer);
        } catch (Problem problem) {
            return Htmx.again(ask(approvals.get(workspace, id), answer, request), problem, response);
        }
        return Htmx.done(request, response, "done." + answer, "/workspaces/" + workspace + "/approvals");
    }

    private static ModelAndView ask(Approval approval, Answer answer, HttpServletRequest request) {
        return Htmx.dialog(request, "answer").addObject("approval", approval).addObject("answer", answer);
    }
}
