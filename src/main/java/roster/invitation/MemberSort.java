package roster.invitation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the member list can be ordered by; ties go by id. What a row does not have counts as the beginning of time. */
enum MemberSort {
    NAME("name", "m.name", Row::name),
    EMAIL("email", "m.email", Row::email),
    ROLE("role", "m.role", row -> row.role().name()),
    STATUS("status", MemberList.STATUS, row -> row.status().name()),
    STARTED_AT(
            "startedAt",
            "coalesce(m.started_at, timestamp with time zone '1970-01-01 00:00:00+00')",
            row -> text(row.startedAt())),
    EXPIRES_AT(
            "expiresAt",
            "coalesce(case when m.started_at is null then i.expires_at end, timestamp with time zone '1970-01-01 00:00:00+00')",
            row -> text(row.expiresAt()));

    private final String parameter;
    private final String sql;
    private final Function<Row, String> key;

    MemberSort(String parameter, String sql, Function<Row, String> key) {
        this.parameter = parameter;
        this.sql = sql;
        this.key = key;
    }

    /** As the REST contract spells it. */
    String parameter() {
        return parameter;
    }

    String sql() {
        return sql;
    }

    /** The value of a row that is ordered by, as text. */
    String key(Row row) {
        return key.apply(row);
    }

    /** The same value as the database compares it. */
    Object value(String key) {
        return this == STARTED_AT || this == EXPIRES_AT ? Instant.parse(key).atOffset(ZoneOffset.UTC) : key;
    }

    private static String text(@Nullable Instant time) {
        return (time == null ? Instant.EPOCH : time).toString();
    }
}
