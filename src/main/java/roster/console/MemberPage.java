package roster.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import roster.diagram.Standing;
import roster.invitation.InvitationDiagram;
import roster.invitation.InvitationManagement;
import roster.invitation.MemberList;
import roster.invitation.Row;
import roster.member.MemberAction;
import roster.member.MemberChanges;
import roster.member.Precondition;
import roster.member.WorkspaceHistory;
import roster.problem.Problem;
import roster.problem.ProblemType;

/** One person on the member list, and what an admin can do to them. Each action asks first. */
@Controller
@RequestMapping("/workspaces/{workspace}/members/{id}")
class MemberPage {

    private final MemberList list;
    private final InvitationDiagram diagram;
    private final InvitationManagement invitations;
    private final MemberChanges changes;
    private final WorkspaceHistory history;
    private final RoleForm roles;

    MemberPage(
            MemberList list,
            InvitationDiagram diagram,
            InvitationManagement invitations,
            MemberChanges changes,
            WorkspaceHistory history,
            RoleForm roles) {
        this.list = list;
        this.diagram = diagram;
        this.invitations = invitations;
        this.changes = changes;
        this.history = history;
        this.roles = roles;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String seen,
            HttpServletRequest request,
            HttpServletResponse response) {
        Row row;
        try {
            row = list.get(workspace, id);
        } catch (Problem problem) {
            if (seen == null || problem.type() != ProblemType.NOT_FOUND) {
                throw problem;
            }
            // The page asks by itself whether something changed: the row has left the list meanwhile
            return Htmx.leave(request, response, "done.gone", list(workspace));
        }
        Standing standing = diagram.standing(workspace, id).orElse(null);
        String state = Integer.toHexString(Objects.hash(row.toString(), standing));
        if (state.equals(seen)) {
            return Htmx.nothing();
        }
        return new ModelAndView(Htmx.asks(request) ? "member :: member" : "member")
                .addObject("row", row)
                .addObject("state", state)
                .addObject("standing", standing)
                .addObject("history", history.page(workspace, id, null, null).items());
    }

    @GetMapping("/{action}")
    ModelAndView ask(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            @PathVariable MemberAction action,
            HttpServletRequest request) {
        Row row = list.get(workspace, id);
        var before = new NewRole(
                row.role().name(),
                row.miniPrograms().stream().map(each -> each.id().toString()).toList());
        return ask(workspace, row, action, before, request);
    }

    /** The mini programs to choose from, where the role that was chosen takes some. */
    @GetMapping("/mini-programs")
    ModelAndView miniPrograms(@PathVariable UUID workspace, NewRole chosen) {
        return roles.offer(new ModelAndView("part/role :: mini-programs"), workspace, chosen);
    }

    @PostMapping("/{action}")
    ModelAndView act(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            @PathVariable MemberAction action,
            NewRole chosen,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean done;
        try {
            done = act(workspace, id, action, chosen);
        } catch (Problem problem) {
            return Htmx.again(ask(workspace, list.get(workspace, id), action, chosen, request), problem, response);
        }
        String message = done ? "done." + action : "done.waits";
        boolean gone = done && (action == MemberAction.DELETE || action == MemberAction.WITHDRAW);
        return gone && Htmx.asksFrom(request, list(workspace) + "/" + id)
                ? Htmx.leave(request, response, message, list(workspace))
                : Htmx.done(request, response, message, list(workspace));
    }

    private static String list(UUID workspace) {
        return "/workspaces/" + workspace + "/members";
    }

    private boolean act(UUID workspace, UUID id, MemberAction action, NewRole chosen) {
        return switch (action) {
            case WITHDRAW -> {
                invitations.withdraw(workspace, id, Precondition.NONE);
                yield true;
            }
            case RESEND -> {
                invitations.resend(workspace, id, Precondition.NONE);
                yield true;
            }
            case BLOCK -> changes.block(workspace, id, Precondition.NONE);
            case UNBLOCK -> changes.unblock(workspace, id, Precondition.NONE);
            case DELETE -> changes.delete(workspace, id, Precondition.NONE);
            case SET_ROLE -> changes.setRole(workspace, id, chosen.role(), chosen.miniProgramIds(), Precondition.NONE);
        };
    }

    private ModelAndView ask(UUID workspace, Row row, MemberAction action, NewRole chosen, HttpServletRequest request) {
        var dialog = Htmx.dialog(request, "confirm").addObject("row", row).addObject("action", action);
        return action == MemberAction.SET_ROLE ? roles.offer(dialog, workspace, chosen) : dialog;
    }
}
