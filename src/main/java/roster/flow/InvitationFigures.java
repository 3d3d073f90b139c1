package roster.flow;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what became of invitations from the store, by the clock as the member lists do. */
@Component
class InvitationFigures {

    private static final String EXPIRED = "ending is null and (expiry_reason is not null or expires_at <= :now)";

    /** The percentiles are nearest ranks: times that somebody really took. */
    private static final String COUNT =
            """
            select count(*) as requested,
                count(*) filter (where ending = 'ACCEPTED') as accepted,
                count(*) filter (where ending = 'WITHDRAWN') as withdrawn,
                count(*) filter (where %1$s) as expired,
                count(*) filter (where %1$s and expiry_reason is null) as overdue,
                count(*) filter (where mail_state = 'FAILED') as mails_failed,
                percentile_disc(0.5) within group (order by %2$s) filter (where ending = 'ACCEPTED') as median,
                percentile_disc(0.9) within group (order by %2$s) filter (where ending = 'ACCEPTED') as p90
            from invitation where true""".formatted(EXPIRED, "extract(epoch from ended_at) - extract(epoch from sent_at)");

    private final JdbcClient jdbc;

    InvitationFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Flow.Invitations of(FlowQuery query, Instant now) {
        return jdbc.sql(COUNT + query.conditions())
                .params(query.parameters())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    long requested = row.getLong("requested");
                    long accepted = row.getLong("accepted");
                    long expired = row.getLong("expired");
                    long withdrawn = row.getLong("withdrawn");
                    return new Flow.Invitations(
                            requested,
                            requested - accepted - expired - withdrawn,
                            accepted,
                            expired,
                            row.getLong("overdue"),
                            withdrawn,
                            row.getLong("mails_failed"),
                            duration(row.getBigDecimal("median")),
                            duration(row.getBigDecimal("p90")));
                })
                .single();
    }

    private static @Nullable Duration duration(@Nullable BigDecimal seconds) {
        return seconds == null
                ? null
                : Duration.ofNanos(seconds.movePointRight(9).longValue());
    }
}
