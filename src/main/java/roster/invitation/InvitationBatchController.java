package roster.invitation;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import roster.invitation.InvitationBatch.Outcome;
import roster.invitation.InvitationController.NewInvitation;
import roster.problem.Problem;

@RestController
class InvitationBatchController {

    private static final NewInvitation BLANK = new NewInvitation(null, null, null, null, null);

    record NewInvitations(
            @ArraySchema(arraySchema = @Schema(requiredMode = REQUIRED), minItems = 1, maxItems = InvitationBatch.MOST)
            @Nullable
            List<@Nullable NewInvitation> invitations) {

        List<InvitationRequest> requests() {
            return Stream.ofNullable(invitations)
                    .flatMap(List::stream)
                    .map(row -> Objects.requireNonNullElse(row, BLANK).request())
                    .toList();
        }
    }

    /** One for each row of the request, in its order. */
    record Outcomes(List<RowOutcome> items) {}

    /**
     * What became of one row.
     *
     * @param row its place in the request, from 0
     * @param status what a request for this row alone would have been answered: 201, or that of the problem
     * @param invitation if it was invited
     * @param problem if it was refused; nothing was stored or sent then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowOutcome(
            int row,
            int status,
            @Nullable Row invitation,

            @Schema(ref = "#/components/schemas/ProblemDetails") @Nullable
            Map<String, Object> problem) {

        static RowOutcome of(int row, Outcome outcome) {
            Problem refusal = outcome.refusal();
            return refusal == null
                    ? new RowOutcome(row, HttpStatus.CREATED.value(), outcome.invitation(), null)
                    : new RowOutcome(row, refusal.type().status(), null, refusal.body());
        }
    }

    private final InvitationBatch batch;

    InvitationBatchController(InvitationBatch batch) {
        this.batch = batch;
    }

    /** Invites up to 1,000 people. Each row stands alone: it is invited, or refused with the problem that it would have got on its own. */
    @PostMapping("/api/workspaces/{workspace}/invitations:batch")
    Outcomes invite(@PathVariable UUID workspace, @RequestBody NewInvitations request) {
        List<Outcome> outcomes = batch.invite(workspace, request.requests());
        var items = new ArrayList<RowOutcome>();
        for (Outcome outcome : outcomes) {
            items.add(RowOutcome.of(items.size(), outcome));
        }
        return new Outcomes(items);
    }
}
