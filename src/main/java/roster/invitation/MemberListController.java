package roster.invitation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/members")
class MemberListController {

    private final MemberList list;

    MemberListController(MemberList list) {
        this.list = list;
    }

    @GetMapping
    MemberList.Page page(
            @PathVariable UUID workspace,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return list.page(workspace, MemberQuery.of(status, role, q, sort, limit, after));
    }

    @GetMapping("/{id}")
    Row get(@PathVariable UUID workspace, @PathVariable UUID id) {
        return list.get(workspace, id);
    }
}
