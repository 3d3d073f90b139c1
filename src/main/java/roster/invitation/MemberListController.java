package roster.invitation;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import roster.engine.Attempt;
import roster.member.MemberChanges;
import roster.workspace.RoleChoice;

/** The member list and what admins do to members. A change that waits in its process, such as for an approval, is answered with 202. */
@RestController
@RequestMapping("/api/workspaces/{workspace}/members")
class MemberListController {

    private static final String SORT = "^-?(name|email|role|status|startedAt|expiresAt)$";

    record NewRole(
            @Schema(requiredMode = REQUIRED) @Nullable String role,
            @Nullable List<String> miniPrograms) {

        @Nullable
        String miniProgramIds() {
            return RoleChoice.joined(miniPrograms);
        }
    }

    private final MemberList list;
    private final MemberChanges changes;
    private final RowTag tag;
    private final Attempt attempt;

    MemberListController(MemberList list, MemberChanges changes, RowTag tag, Attempt attempt) {
        this.list = list;
        this.changes = changes;
        this.tag = tag;
        this.attempt = attempt;
    }

    /**
     * Lists members and invitations, in pages.
     *
     * @param status only those in this status
     * @param role only those with this role
     * @param q a part of the name or address, in whichever case
     * @param sort what to order by, with a - before it for the other direction; the name if not given
     * @param limit how many rows at most; 50 if not given
     * @param after the next of the page before, in the same order
     */
    @GetMapping
    MemberList.Page page(
            @PathVariable UUID workspace,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Parameter(schema = @Schema(pattern = SORT)) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return list.page(workspace, MemberQuery.of(status, role, q, sort, limit, after));
    }

    /** Shows one row of the list, and what the caller may do with it. */
    @GetMapping("/{id}")
    ResponseEntity<Row> get(@PathVariable UUID workspace, @PathVariable UUID id) {
        return tag.answer(ResponseEntity.ok(), list.get(workspace, id));
    }

    /** Stops an Active member from doing anything here, from their next request on. */
    @PostMapping("/{id}/block")
    ResponseEntity<Row> block(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return row(workspace, id, () -> changes.block(workspace, id, tag.unchanged(ifMatch, workspace, id)));
    }

    /** Gives an Inactive member the same role and mini programs back. */
    @PostMapping("/{id}/unblock")
    ResponseEntity<Row> unblock(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return row(workspace, id, () -> changes.unblock(workspace, id, tag.unchanged(ifMatch, workspace, id)));
    }

    /** Gives a member another role, or other mini programs. */
    @PutMapping("/{id}/role")
    ResponseEntity<Row> setRole(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            @RequestBody NewRole request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return row(
                workspace,
                id,
                () -> changes.setRole(
                        workspace,
                        id,
                        request.role(),
                        request.miniProgramIds(),
                        tag.unchanged(ifMatch, workspace, id)));
    }

    /** Takes an Active member off the list; the address can be invited again. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> delete(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        boolean done = changes.delete(workspace, id, tag.unchanged(ifMatch, workspace, id));
        return ResponseEntity.status(done ? HttpStatus.NO_CONTENT : HttpStatus.ACCEPTED)
                .build();
    }

    /** In one transaction: what is answered with an error was not done. */
    private ResponseEntity<Row> row(UUID workspace, UUID id, BooleanSupplier change) {
        return attempt.run(() -> {
            boolean done = change.getAsBoolean();
            return tag.answer(
                    ResponseEntity.status(done ? HttpStatus.OK : HttpStatus.ACCEPTED), list.get(workspace, id));
        });
    }
}
