package roster.invitation;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import roster.member.MemberStatus;
import roster.problem.PageLimit;
import roster.problem.Violations;
import roster.workspace.Role;

/** Which rows of the member list are asked for, and in which order. */
public record MemberQuery(
        @Nullable MemberStatus status,
        @Nullable Role role,
        @Nullable String search,
        MemberSort sort,
        boolean descending,
        int limit,
        @Nullable Position after) {

    /** The last row of the page before. */
    record Position(Object key, UUID id) {}

    /** @throws roster.problem.Problem naming each parameter that is wrong */
    public static MemberQuery of(
            @Nullable String status,
            @Nullable String role,
            @Nullable String search,
            @Nullable String sort,
            @Nullable Integer limit,
            @Nullable String after) {
        var violations = new Violations();
        MemberStatus checkedStatus = oneOf("status", status, MemberStatus.values(), violations);
        Role checkedRole = oneOf("role", role, Role.values(), violations);
        boolean descending = sort != null && sort.startsWith("-");
        MemberSort checkedSort = sort(descending && sort != null ? sort.substring(1) : sort, violations);
        int checkedLimit = PageLimit.check(limit, violations);
        if (search != null && search.chars().anyMatch(Character::isISOControl)) {
            violations.add("q", "must not contain control characters");
        }
        Position position = after == null ? null : position(after, checkedSort, violations);
        violations.throwIfAny();
        return new MemberQuery(checkedStatus, checkedRole, search, checkedSort, descending, checkedLimit, position);
    }

    /** What to give as {@code after} to get the page behind this row, in the same order. */
    String next(Row last) {
        String position = sort.parameter() + " " + last.id() + " " + sort.key(last);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    void restrict(StringBuilder sql, Map<String, Object> params) {
        if (status != null) {
            sql.append(" and ").append(MemberList.STATUS).append(" = :status");
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
        String order = descending ? " desc" : "";
        if (after != null) {
            // As one comparison, for which a database goes to the place in its index instead of reading up to it
            sql.append(" and (" + sort.sql() + ", m.id)" + (descending ? " < " : " > ") + "(:key, :after)");
            params.put("key", after.key());
            params.put("after", after.id());
        }
        sql.append(" order by " + sort.sql() + order + ", m.id" + order + " limit " + (limit + 1));
    }

    private static MemberSort sort(@Nullable String parameter, Violations violations) {
        if (parameter == null) {
            return MemberSort.NAME;
        }
        for (MemberSort each : MemberSort.values()) {
            if (each.parameter().equals(parameter)) {
                return each;
            }
        }
        String known =
                Arrays.stream(MemberSort.values()).map(MemberSort::parameter).collect(Collectors.joining(", "));
        violations.add("sort", "must be one of " + known + ", with a - before it for the other direction");
        return MemberSort.NAME;
    }

    private static @Nullable Position position(String cursor, MemberSort sort, Violations violations) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 3);
            if (parts.length == 3
                    && parts[0].equals(sort.parameter())
                    && parts[2].chars().noneMatch(Character::isISOControl)) {
                return new Position(sort.value(parts[2]), UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException | DateTimeException wrong) {
            // named below, like every other cursor that was not given out
        }
        violations.add("after", "must be the next of another page in the same order");
        return null;
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
