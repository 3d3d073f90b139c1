package roster.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How processes flow through their diagram. All numbers are of one moment, and count processes that were requested in the period.
 *
 * @param process its key
 * @param version the newest, whose elements these are; the numbers are over all versions
 * @param from the first moment of the period
 * @param to the first moment after the period
 * @param at the moment of the numbers
 * @param invitations only where the process is that of invitations
 * @param formerElements those that processes met and the newest version does not have any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Flow(
        String process,
        int version,
        @Nullable Instant from,
        @Nullable Instant to,
        Instant at,
        @Nullable Invitations invitations,
        List<Element> elements,
        List<Element> formerElements) {

    /**
     * What became of the invitations, as the member lists say: each that was requested is in one of open, accepted, expired and withdrawn.
     *
     * @param open can still be accepted, or is on its way to be sent
     * @param expired by the clock, and neither resent nor withdrawn
     * @param overdue those of the expired whose timer has not fired yet, so that their process still waits where the open ones do
     * @param mailsFailed those whose last mail could not be sent
     * @param medianTimeToAccept half of those who joined took at most this long from the last sending; null if nobody joined
     * @param p90TimeToAccept nine of ten took at most this long
     */
    @Schema(name = "FlowInvitations")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Invitations(
            long requested,
            long open,
            long accepted,
            long expired,
            long overdue,
            long withdrawn,
            long mailsFailed,

            @Schema(type = "string", format = "duration", example = "PT3H20M") @Nullable
            Duration medianTimeToAccept,

            @Schema(type = "string", format = "duration", example = "P2DT1H") @Nullable
            Duration p90TimeToAccept) {}

    /**
     * What happened at one element. Each pass of a loop counts; an interruption is no pass.
     *
     * @param label what people call it
     * @param waiting how many stand there now
     * @param passed how often one went through it and on
     * @param ended how many processes ended there
     */
    @Schema(name = "FlowElement")
    public record Element(String id, String label, long waiting, long passed, long ended) {}
}
