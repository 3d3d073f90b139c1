package roster.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import roster.member.Member;
import roster.member.MemberManagement;
import roster.problem.Problem;
import roster.workspace.WorkspaceManagement;
import roster.workspace.WorkspaceType;

/** Where people land after signing in: the choice of workspace. Platform operators open and close workspaces here. */
@Controller
class WorkspacesPage {

    record NewWorkspace(
            @Nullable String name,
            @Nullable String type,
            @Nullable String adminName,
            @Nullable String adminEmail) {}

    private final WorkspaceManagement workspaces;
    private final MemberManagement members;

    WorkspacesPage(WorkspaceManagement workspaces, MemberManagement members) {
        this.workspaces = workspaces;
        this.members = members;
    }

    @GetMapping("/")
    ModelAndView choose() {
        Map<UUID, Member> memberships =
                members.own().stream().collect(Collectors.toMap(Member::workspace, member -> member));
        return new ModelAndView("workspaces")
                .addObject("workspaces", workspaces.visible())
                .addObject("memberships", memberships);
    }

    @GetMapping("/workspaces/new")
    ModelAndView ask(NewWorkspace typed, HttpServletRequest request) {
        return Htmx.dialog(request, "new-workspace")
                .addObject("typed", typed)
                .addObject("types", WorkspaceType.values());
    }

    @PostMapping("/workspaces")
    ModelAndView open(NewWorkspace typed, HttpServletRequest request, HttpServletResponse response) {
        try {
            workspaces.open(typed.name(), typed.type(), typed.adminName(), typed.adminEmail(), Languages.here());
        } catch (Problem problem) {
            return Htmx.again(ask(typed, request), problem, response);
        }
        return Htmx.done(request, response, "done.workspace-opened", "/");
    }

    @GetMapping("/workspaces/{workspace}/close")
    ModelAndView askToClose(@PathVariable UUID workspace, HttpServletRequest request) {
        return Htmx.dialog(request, "close-workspace").addObject("workspace", workspaces.visible(workspace));
    }

    @PostMapping("/workspaces/{workspace}/close")
    ModelAndView close(@PathVariable UUID workspace, HttpServletRequest request, HttpServletResponse response) {
        workspaces.close(workspace);
        return Htmx.done(request, response, "done.workspace-closed", "/");
    }
}
