package roster.workspace;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces")
class WorkspaceController {

    record Admin(
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Schema(requiredMode = REQUIRED) @Nullable String email,

            @Schema(description = "of the mails; else the caller's own, or English") @Nullable
            String language) {}

    record NewWorkspace(
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Schema(requiredMode = REQUIRED) @Nullable String type,
            @Schema(requiredMode = REQUIRED) @Nullable Admin admin) {}

    record NewMiniProgram(
            @Schema(requiredMode = REQUIRED) @Nullable String name) {}

    record WorkspaceView(UUID id, URI self, String name, WorkspaceType type) {

        static WorkspaceView of(Workspace workspace) {
            return new WorkspaceView(
                    workspace.id(),
                    URI.create("/api/workspaces/" + workspace.id()),
                    workspace.name(),
                    workspace.type());
        }
    }

    record MiniProgramView(UUID id, String name) {

        static MiniProgramView of(MiniProgram miniProgram) {
            return new MiniProgramView(miniProgram.id(), miniProgram.name());
        }
    }

    private final WorkspaceManagement workspaces;

    WorkspaceController(WorkspaceManagement workspaces) {
        this.workspaces = workspaces;
    }

    /** Onboards a workspace; its first admin is invited. For platform operators. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<WorkspaceView> open(@RequestBody NewWorkspace request) {
        Admin admin = request.admin() == null ? new Admin(null, null, null) : request.admin();
        var view = WorkspaceView.of(
                workspaces.open(request.name(), request.type(), admin.name(), admin.email(), admin.language()));
        return ResponseEntity.created(view.self()).body(view);
    }

    /** Lists the workspaces that the caller belongs to. Platform operators see all. */
    @GetMapping
    List<WorkspaceView> list() {
        return workspaces.visible().stream().map(WorkspaceView::of).toList();
    }

    /** Shows one workspace. */
    @GetMapping("/{workspace}")
    WorkspaceView get(@PathVariable UUID workspace) {
        return WorkspaceView.of(workspaces.visible(workspace));
    }

    /** Closes a workspace; its live invitations end. For platform operators. */
    @DeleteMapping("/{workspace}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable UUID workspace) {
        workspaces.close(workspace);
    }

    /** Lists the mini programs of a workspace by name. */
    @GetMapping("/{workspace}/mini-programs")
    List<MiniProgramView> miniPrograms(@PathVariable UUID workspace) {
        return workspaces.miniPrograms(workspace).stream()
                .map(MiniProgramView::of)
                .toList();
    }

    /** Adds a mini program. For admins of the workspace. */
    @PostMapping("/{workspace}/mini-programs")
    @ResponseStatus(HttpStatus.CREATED)
    MiniProgramView addMiniProgram(@PathVariable UUID workspace, @RequestBody NewMiniProgram request) {
        return MiniProgramView.of(workspaces.addMiniProgram(workspace, request.name()));
    }

    /** Removes a mini program; it drops out of every assignment. For admins of the workspace. */
    @DeleteMapping("/{workspace}/mini-programs/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeMiniProgram(@PathVariable UUID workspace, @PathVariable UUID id) {
        workspaces.removeMiniProgram(workspace, id);
    }
}
