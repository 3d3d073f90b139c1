package roster.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import roster.workspace.Role;

/**
 * What was asked for and waits until it is approved or refused.
 *
 * @param id the engine's id of the user task
 * @param action what happens once it is approved
 * @param step what the diagram calls the waiting
 * @param target whom it is about; missing once they have left the list
 * @param newRole for SET_ROLE
 * @param requestedBy missing if the account is gone
 * @param until when the diagram goes on without an answer; missing if it waits for ever
 * @param answers what the caller may say; nothing for who asked for it and whom it is about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Approval(
        UUID id,
        URI self,
        Action action,
        String step,
        @Nullable Target target,
        @Nullable Role newRole,
        @Nullable RequestedBy requestedBy,
        Instant since,
        @Nullable Instant until,
        List<Answer> answers) {

    /** What admins ask for. */
    public enum Action {
        INVITE,
        RESEND,
        BLOCK,
        UNBLOCK,
        DELETE,
        SET_ROLE
    }

    /** What can be said. */
    public enum Answer {
        APPROVE,
        REFUSE
    }

    /** @param role at an invitation the role that they are invited as */
    @Schema(name = "ApprovalTarget")
    public record Target(UUID id, String name, String email, Role role) {}

    public record RequestedBy(String name, String email) {}
}
