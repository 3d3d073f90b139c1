package roster.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import roster.invitation.InvitationManagement;
import roster.invitation.MemberList;
import roster.invitation.Row;
import roster.member.MemberAction;
import roster.problem.Problem;

/** One person on the member list, and what an admin can do to them. Each action asks first. */
@Controller
@RequestMapping("/workspaces/{workspace}/members/{id}")
class MemberPage {

    private final MemberList list;
    private final InvitationManagement invitations;

    MemberPage(MemberList list, InvitationManagement invitations) {
        this.list = list;
        this.invitations = invitations;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String seen,
            HttpServletRequest request) {
        Row row = list.get(workspace, id);
        String state = Integer.toHexString(row.toString().hashCode());
        if (state.equals(seen)) {
            var unchanged = new ModelAndView("part/nothing");
            unchanged.setStatus(HttpStatus.NO_CONTENT);
            return unchanged;
        }
        return new ModelAndView(Htmx.asks(request) ? "member :: member" : "member")
                .addObject("row", row)
                .addObject("state", state);
    }

    @GetMapping("/{action}")
    ModelAndView ask(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            @PathVariable MemberAction action,
            HttpServletRequest request) {
        return Htmx.dialog(request, "confirm")
                .addObject("row", list.get(workspace, id))
                .addObject("action", action);
    }

    @PostMapping("/{action}")
    ModelAndView act(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            @PathVariable MemberAction action,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            act(workspace, id, action);
        } catch (Problem problem) {
            return Htmx.again(ask(workspace, id, action, request), problem, response);
        }
        return Htmx.done(request, response, "done." + action, "/workspaces/" + workspace + "/members");
    }

    private void act(UUID workspace, UUID id, MemberAction action) {
        switch (action) {
            case WITHDRAW -> invitations.withdraw(workspace, id);
            case RESEND -> invitations.resend(workspace, id);
            default -> throw Problem.notFound("action");
        }
    }
}
