package roster.invitation;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import roster.engine.Attempt;
import roster.workspace.RoleChoice;

@RestController
@RequestMapping("/api/workspaces/{workspace}/invitations")
class InvitationController {

    record NewInvitation(
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Schema(requiredMode = REQUIRED) @Nullable String email,
            @Schema(requiredMode = REQUIRED) @Nullable String role,
            @Nullable List<String> miniPrograms,

            @Schema(description = "of the mails; else the inviter's own, or English") @Nullable
            String language) {

        InvitationRequest request() {
            return new InvitationRequest(name, email, role, RoleChoice.joined(miniPrograms), language);
        }
    }

    private final InvitationManagement invitations;
    private final MemberList list;
    private final RowTag tag;
    private final Attempt attempt;

    InvitationController(InvitationManagement invitations, MemberList list, RowTag tag, Attempt attempt) {
        this.attempt = attempt;
        this.invitations = invitations;
        this.list = list;
        this.tag = tag;
    }

    /** Invites a person; the mail goes out as soon as the answer does, unless the diagram puts something in front of it. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Row> invite(@PathVariable UUID workspace, @RequestBody NewInvitation request) {
        // In one transaction: what is answered with an error was not done
        Row row = attempt.run(() -> list.get(workspace, invitations.invite(workspace, request.request())));
        return tag.answer(ResponseEntity.created(row.self()), row);
    }

    /** Shows an invitation, and what the caller may do with it. */
    @GetMapping("/{id}")
    ResponseEntity<Row> get(@PathVariable UUID workspace, @PathVariable UUID id) {
        return tag.answer(ResponseEntity.ok(), list.get(workspace, id));
    }

    /** Withdraws an invitation; its link is spent and the row leaves the list. */
    @PostMapping("/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        invitations.withdraw(workspace, id, tag.unchanged(ifMatch, workspace, id));
    }

    /** Sends an expired invitation again, with a new link that is valid as long as the first was. */
    @PostMapping("/{id}/resend")
    ResponseEntity<Row> resend(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Row row = attempt.run(() -> {
            invitations.resend(workspace, id, tag.unchanged(ifMatch, workspace, id));
            return list.get(workspace, id);
        });
        return tag.answer(ResponseEntity.ok(), row);
    }
}
