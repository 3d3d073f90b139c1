package roster.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sets the engine's time, and so ours, by the database's clock: nodes whose own clocks disagree still agree on when an invitation expires and on which
 * jobs are locked. Right to half the time that asking takes; asked anew every ten seconds, for clocks drift and are set.
 */
@Component
class DatabaseTime {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseTime.class);
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);
    private static final Duration TOO_SLOW_TO_TELL = Duration.ofSeconds(1);

    private final JdbcClient database;
    private final boolean follow;
    private Duration told = Duration.ZERO;

    DatabaseTime(JdbcClient database, @Value("${roster.database-time}") boolean follow) {
        this.database = database;
        this.follow = follow;
        if (follow) {
            set(Duration.ofDays(1));
        }
    }

    /** While the database does not answer, the last difference is the best that is known. */
    @Scheduled(fixedDelayString = "PT10S")
    void follow() {
        if (follow) {
            try {
                set(TOO_SLOW_TO_TELL);
            } catch (DataAccessException unreachable) {
                LOG.debug("The database does not tell the time", unreachable);
            }
        }
    }

    /** Changes nothing if asking takes longer than this, for then the answer is too old. */
    private void set(Duration longest) {
        Instant asked = Instant.now();
        Instant there = database.sql("select current_timestamp")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        Duration took = Duration.between(asked, Instant.now());
        if (took.compareTo(longest) <= 0) {
            Duration ahead = Duration.between(asked.plus(took.dividedBy(2)), there);
            ClockUtil.offset(ahead.toMillis());
            tell(ahead);
        }
    }

    private void tell(Duration ahead) {
        if (ahead.minus(told).abs().compareTo(WORTH_TELLING) > 0) {
            LOG.warn("The clock of the database is {} ahead of this machine's; Roster goes by the database's", ahead);
            told = ahead;
        }
    }
}
