package roster.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import roster.problem.Problem;
import roster.workspace.Access;
import roster.workspace.MiniProgram;
import roster.workspace.Permission;
import roster.workspace.WorkspaceManagement;

/** The mini programs of a workspace, which those add and remove whose role includes it. */
@Controller
@RequestMapping("/workspaces/{workspace}/mini-programs")
class MiniProgramsPage {

    private final WorkspaceManagement workspaces;
    private final Access access;

    MiniProgramsPage(WorkspaceManagement workspaces, Access access) {
        this.workspaces = workspaces;
        this.access = access;
    }

    @GetMapping
    ModelAndView list(@PathVariable UUID workspace, HttpServletRequest request) {
        List<MiniProgram> seen = workspaces.miniPrograms(workspace);
        Predicate<UUID> removable = access.permissions(workspace).contains(Permission.MINI_PROGRAM_DELETE)
                ? access.miniPrograms(workspace, Permission.MINI_PROGRAM_DELETE)
                : id -> false;
        return new ModelAndView(Htmx.asks(request) ? "mini-programs :: list" : "mini-programs")
                .addObject("miniPrograms", seen)
                .addObject(
                        "removable",
                        seen.stream().map(MiniProgram::id).filter(removable).collect(Collectors.toSet()));
    }

    @GetMapping("/new")
    ModelAndView ask(
            @PathVariable UUID workspace,
            @RequestParam(required = false) @Nullable String name,
            HttpServletRequest request) {
        return Htmx.dialog(request, "new-mini-program").addObject("name", name);
    }

    @PostMapping
    ModelAndView add(
            @PathVariable UUID workspace,
            @RequestParam(required = false) @Nullable String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            workspaces.addMiniProgram(workspace, name);
        } catch (Problem problem) {
            return Htmx.again(ask(workspace, name, request), problem, response);
        }
        return Htmx.done(request, response, "done.mini-program-added", page(workspace));
    }

    @GetMapping("/{id}/remove")
    ModelAndView askToRemove(@PathVariable UUID workspace, @PathVariable UUID id, HttpServletRequest request) {
        MiniProgram found = workspaces.miniPrograms(workspace).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("mini program"));
        return Htmx.dialog(request, "remove-mini-program").addObject("miniProgram", found);
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response) {
        workspaces.removeMiniProgram(workspace, id);
        return Htmx.done(request, response, "done.mini-program-removed", page(workspace));
    }

    private static String page(UUID workspace) {
        return "/workspaces/" + workspace + "/mini-programs";
    }
}
