package roster.flow;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import roster.invitation.InvitationDiagram;
import roster.problem.Violations;
import roster.workspace.Role;

/**
 * What is counted: processes that were requested in a period.
 *
 * @param process its key
 * @param workspace null for all
 * @param role of who is invited, or of the member before a change; null for all
 * @param from the first moment; null for the beginning
 * @param to the first moment after; null for no end
 */
public record FlowQuery(
        String process,
        @Nullable UUID workspace,
        @Nullable Role role,
        @Nullable Instant from,
        @Nullable Instant to) {

    private static final int LAST_YEAR = 9999;

    /**
     * @param process of invitations if there is none
     * @param from an instant, or a date whose day begins the period
     * @param to an instant, or a date whose day ends the period
     * @param zone that dates are in
     * @throws roster.problem.Problem naming each parameter that is wrong
     */
    public static FlowQuery of(
            @Nullable String process,
            @Nullable UUID workspace,
            @Nullable String role,
            @Nullable String from,
            @Nullable String to,
            ZoneId zone) {
        var violations = new Violations();
        Role checkedRole = role(given(role), violations);
        Instant begin = moment("from", given(from), 0, zone, violations);
        Instant end = moment("to", given(to), 1, zone, violations);
        if (begin != null && end != null && !begin.isBefore(end)) {
            violations.add("to", "must lie behind the beginning of the period");
        }
        violations.throwIfAny();
        String key = given(process);
        return new FlowQuery(key == null ? InvitationDiagram.PROCESS : key, workspace, checkedRole, begin, end);
    }

    boolean isOfInvitations() {
        return process.equals(InvitationDiagram.PROCESS);
    }

    /** What a query has to ask beside the process, of a table with columns named as those of {@code invitation}. */
    String conditions() {
        return (workspace == null ? "" : " and workspace = :workspace")
                + (role == null ? "" : " and role = :role")
                + (from == null ? "" : " and requested_at >= :from")
                + (to == null ? "" : " and requested_at < :to");
    }

    /** For {@link #conditions()}, and the process. */
    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("process", process);
        if (workspace != null) {
            parameters.put("workspace", workspace);
        }
        if (role != null) {
            parameters.put("role", role.name());
        }
        if (from != null) {
            parameters.put("from", from.atOffset(ZoneOffset.UTC));
        }
        if (to != null) {
            parameters.put("to", to.atOffset(ZoneOffset.UTC));
        }
        return parameters;
    }

    private static @Nullable Role role(@Nullable String name, Violations violations) {
        if (name == null) {
            return null;
        }
        var found = Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            String known = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(", "));
            violations.add("role", "must be one of " + known);
        }
        return found.orElse(null);
    }

    /** @param days after a date, to get behind its day */
    private static @Nullable Instant moment(
            String field, @Nullable String text, int days, ZoneId zone, Violations violations) {
        if (text == null) {
            return null;
        }
        try {
            Instant moment = text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant();
            int year = moment.atOffset(ZoneOffset.UTC).getYear();
            if (year > 0 && year <= LAST_YEAR) {
                return moment;
            }
        } catch (DateTimeException wrong) {
            // named below, as a year that no database knows
        }
        violations.add(field, "must be a date such as 2026-01-31, or an instant such as 2026-01-31T12:00:00Z");
        return null;
    }

    /** What a form leaves empty is not given. */
    private static @Nullable String given(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter;
    }
}
