package roster.member;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/permissions")
class PermissionController {

    private final MemberPermissions permissions;

    PermissionController(MemberPermissions permissions) {
        this.permissions = permissions;
    }

    /**
     * Says whether a person may do something, on a mini program, in a workspace: what the platform's other services ask.
     *
     * @param workspace where
     * @param permission such as {@code mini-program.release}
     * @param miniProgram needed where the permission is given for single mini programs
     * @param email whose permission; the caller's own if left out, somebody else's for admins of the workspace and platform operators
     */
    @GetMapping
    MemberPermissions.Answer ask(
            @RequestParam(required = false) @Nullable UUID workspace,
            @RequestParam(required = false) @Nullable String permission,
            @RequestParam(required = false) @Nullable UUID miniProgram,
            @RequestParam(required = false) @Nullable String email) {
        return permissions.ask(workspace, permission, miniProgram, email);
    }
}
