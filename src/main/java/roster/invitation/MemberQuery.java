package roster.invitation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import roster.member.MemberStatus;
import roster.problem.Violations;
import roster.workspace.Role;

/** Which rows of the member list are asked for. */
record MemberQuery(
        @Nullable MemberStatus status,
        @Nullable Role role,
        @Nullable String search,
        int limit,
        @Nullable String afterName,
        @Nullable UUID afterId) {

    private static final int MAX_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 50;

    /** @throws roster.problem.Problem naming each parameter that is wrong */
    static MemberQuery of(
            @Nullable String status,
            @Nullable String role,
            @Nullable String search,
            @Nullable Integer limit,
            @Nullable String after) {
        var violations = new Violations();
        MemberStatus checkedStatus = oneOf("status", status, MemberStatus.values(), violations);
        Role checkedRole = oneOf("role", role, Role.values(), violations);
        int checkedLimit = limit == null ? DEFAULT_LIMIT : limit;
        if (checkedLimit < 1 || checkedLimit > MAX_LIMIT) {
            violations.add("limit", "must be from 1 to " + MAX_LIMIT);
        }
        String[] position = after == null ? new String[0] : position(after, violations);
        violations.throwIfAny();
        return new MemberQuery(
                checkedStatus,
                checkedRole,
                search,
                checkedLimit,
                position.length == 2 ? position[1] : null,
                position.length == 2 ? UUID.fromString(position[0]) : null);
    }

    static String cursor(Row last) {
        String position = last.id() + " " + last.name();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    void restrict(StringBuilder sql, Map<String, Object> params, String statusNow) {
        if (status != null) {
            sql.append(" and ").append(statusNow).append(" = :status");
            params.put("status", status.name());
        }
        if (role != null) {
            sql.append(" and m.role = :role");
            params.put("role", role.name());
        }
        if (search != null && !search.isBlank()) {
            sql.append(" and (lower(m.name) like :search escape '!' or m.email like :search escape '!')");
            params.put("search", "%" + search.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
        }
        if (afterName != null && afterId != null) {
            sql.append(" and (m.name > :afterName or m.name = :afterName and m.id > :afterId)");
            params.put("afterName", afterName);
            params.put("afterId", afterId);
        }
    }

    private static String[] position(String cursor, Violations violations) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            if (parts.length == 2) {
                return new String[] {UUID.fromString(parts[0]).toString(), parts[1]};
            }
        } catch (IllegalArgumentException wrong) {
            // named below, like every other cursor that was not given out
        }
        violations.add("after", "must be the next of another page");
        return new String[0];
    }

    private static <E extends Enum<E>> @Nullable E oneOf(
            String field, @Nullable String value, E[] values, Violations violations) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        for (E each : values) {
            if (each.name().equals(value)) {
                return each;
            }
        }
        violations.add(
                field, "must be one of " + Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", ")));
        return null;
    }
}
