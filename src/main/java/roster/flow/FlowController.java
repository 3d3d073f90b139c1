package roster.flow;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/flow")
class FlowController {

    private final FlowReport report;

    FlowController(FlowReport report) {
        this.report = report;
    }

    /**
     * Counts at each element of a diagram how many wait, passed and ended, and what became of invitations. Of those that were requested in a period,
     * at the moment of the request. For process analysts and platform operators; for admins of a workspace if they name it.
     *
     * @param process invitation, block-member, unblock-member, delete-member or set-member-role; invitation if left out
     * @param workspace only in this workspace
     * @param role only of people who were invited with this role, or had it before the change
     * @param from an instant, or a date in UTC that is the first day of the period
     * @param to an instant that the period ends before, or a date in UTC that is its last day
     */
    @GetMapping
    Flow read(
            @RequestParam(required = false) @Parameter(schema = @Schema(defaultValue = "invitation")) @Nullable
                    String process,
            @RequestParam(required = false) @Nullable UUID workspace,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return report.read(FlowQuery.of(process, workspace, role, from, to, ZoneOffset.UTC));
    }
}
