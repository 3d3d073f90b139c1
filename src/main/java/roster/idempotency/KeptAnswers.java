package roster.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import roster.problem.Problem;
import roster.problem.ProblemType;

/**
 * The answers of the last 24 hours, shared by all nodes. Each statement is a transaction of its own, so that a key is taken before its request begins,
 * wherever the request is sent again meanwhile. A node that dies leaves a lease, which runs out after a minute.
 */
@Component
class KeptAnswers {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The answer to the first request with this key, or none if this is the first, which has the key from now on.
     *
     * @param attempt names this request as the one that has the key
     * @throws Problem IDEMPOTENCY_KEY_IN_USE while the first runs, IDEMPOTENCY_KEY_REUSED if it was another request
     */
    Optional<KeptAnswer> begin(IdempotencyKey key, UUID attempt) {
        jdbc.sql("delete from idempotency_key where id = :id and expires_at <= :now")
                .param("id", key.id())
                .param("now", in(Duration.ZERO))
                .update();
        try {
            jdbc.sql(
                            "insert into idempotency_key (id, request, attempt, expires_at) values (:id, :request, :attempt, :expires)")
                    .param("id", key.id())
                    .param("request", key.request())
                    .param("attempt", attempt)
                    .param("expires", in(LEASE))
                    .update();
            return Optional.empty();
        } catch (DuplicateKeyException taken) {
            return Optional.of(first(key));
        }
    }

    private KeptAnswer first(IdempotencyKey key) {
        record First(String request, @Nullable KeptAnswer answer) {}
        Optional<First> first = jdbc.sql("select * from idempotency_key where id = :id")
                .param("id", key.id())
                .query((row, number) -> new First(
                        row.getString("request"),
                        row.getObject("status") == null
                                ? null
                                : new KeptAnswer(
                                        row.getInt("status"),
                                        row.getString("content_type"),
                                        row.getString("location"),
                                        row.getString("etag"),
                                        row.getString("body"))))
                .optional();
        if (first.isPresent() && !first.get().request().equals(key.request())) {
            throw Problem.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was sent with another path or body before. Use a new key for a new request.");
        }
        return first.flatMap(found -> Optional.ofNullable(found.answer()))
                .orElseThrow(() -> Problem.of(
                        ProblemType.IDEMPOTENCY_KEY_IN_USE,
                        "The first request with this Idempotency-Key is still running. Send it again in a moment."));
    }

    void keep(IdempotencyKey key, UUID attempt, KeptAnswer answer) {
        jdbc.sql("""
                        update idempotency_key
                        set expires_at = :expires, status = :status, content_type = :type, location = :location, etag = :etag, body = :body
                        where id = :id and attempt = :attempt""")
                .param("expires", in(KEPT))
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("etag", answer.etag())
                .param("body", answer.body())
                .param("id", key.id())
                .param("attempt", attempt)
                .update();
    }

    /** Nothing was done, so the key is free again. */
    void release(IdempotencyKey key, UUID attempt) {
        jdbc.sql("delete from idempotency_key where id = :id and attempt = :attempt")
                .param("id", key.id())
                .param("attempt", attempt)
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H")
    void removeOld() {
        jdbc.sql("delete from idempotency_key where expires_at <= :now")
                .param("now", in(Duration.ZERO))
                .update();
    }

    private OffsetDateTime in(Duration time) {
        return clock.instant().plus(time).atOffset(ZoneOffset.UTC);
    }
}
