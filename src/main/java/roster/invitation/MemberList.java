package roster.invitation;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import roster.account.CurrentPerson;
import roster.account.Person;
import roster.invitation.Invitation.MailState;
import roster.invitation.Row.InvitedBy;
import roster.invitation.Row.MailFate;
import roster.invitation.Row.MiniProgramName;
import roster.member.MemberAction;
import roster.member.MemberStatus;
import roster.problem.Problem;
import roster.workspace.Access;
import roster.workspace.Role;

/** Reads the member list, with the status that the clock says. */
@Component
@Transactional(readOnly = true)
class MemberList {

    private static final String STATUS =
            "case when m.status = 'INVITATION_SENT' and i.expires_at <= :now then 'INVITATION_EXPIRED' else m.status end";

    private static final String ROWS = """
            select m.id, m.workspace, m.name, m.email, m.role, m.started_at, i.sent_at, i.expires_at, i.send_count, i.mail_state, i.mail_at,
                i.mail_error, a.name as inviter_name, a.email as inviter_email, %s as status_now
            from member m left join invitation i on i.id = m.id left join account a on a.id = i.inviter
            where m.workspace = :workspace""".formatted(STATUS);

    private final JdbcClient jdbc;
    private final Access access;
    private final CurrentPerson current;
    private final Clock clock;

    MemberList(JdbcClient jdbc, Access access, CurrentPerson current, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.current = current;
        this.clock = clock;
    }

    /** @throws Problem NOT_FOUND if it is not on the list of this workspace, or the caller may not know */
    Row get(UUID workspace, UUID id) {
        access.requireViewer(workspace);
        Optional<Row> found = withMiniPrograms(jdbc.sql(ROWS + " and m.id = :id")
                        .params(base(workspace))
                        .param("id", id)
                        .query(this::row)
                        .list())
                .stream()
                .findFirst();
        return found.orElseThrow(() -> Problem.notFound("row on the member list"));
    }

    /** Ordered by name, then id; the keyset keeps every row once, whatever changes meanwhile. */
    Page page(UUID workspace, MemberQuery query) {
        access.requireViewer(workspace);
        Map<String, Object> params = base(workspace);
        var sql = new StringBuilder(ROWS);
        query.restrict(sql, params, STATUS);
        sql.append(" order by m.name, m.id limit ").append(query.limit() + 1);
        List<Row> rows =
                jdbc.sql(sql.toString()).params(params).query(this::row).list();
        boolean more = rows.size() > query.limit();
        List<Row> items = more ? rows.subList(0, query.limit()) : rows;
        return new Page(withMiniPrograms(items), more ? MemberQuery.cursor(items.get(items.size() - 1)) : null);
    }

    /** @param next to be given as {@code after}; null on the last page */
    record Page(List<Row> items, @Nullable String next) {}

    private Map<String, Object> base(UUID workspace) {
        var params = new HashMap<String, Object>();
        params.put("workspace", workspace);
        params.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        return params;
    }

    private Row row(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var status = MemberStatus.valueOf(row.getString("status_now"));
        boolean invited = status == MemberStatus.INVITATION_SENT || status == MemberStatus.INVITATION_EXPIRED;
        String path = "/api/workspaces/" + row.getObject("workspace", UUID.class)
                + (invited ? "/invitations/" : "/members/") + id;
        String email = row.getString("email");
        return new Row(
                id,
                URI.create(path),
                row.getString("name"),
                email,
                Role.valueOf(row.getString("role")),
                List.of(),
                status,
                actions(status, email),
                instant(row, "started_at"),
                invited ? instant(row, "sent_at") : null,
                invited ? instant(row, "expires_at") : null,
                invited ? (Integer) row.getInt("send_count") : null,
                invited ? new InvitedBy(row.getString("inviter_name"), row.getString("inviter_email")) : null,
                invited
                        ? new MailFate(
                                MailState.valueOf(row.getString("mail_state")),
                                row.getObject("mail_at", OffsetDateTime.class).toInstant(),
                                row.getString("mail_error"))
                        : null);
    }

    /** Nobody acts on their own membership. */
    private List<MemberAction> actions(MemberStatus status, String email) {
        boolean own = current.find().map(Person::userId).filter(email::equals).isPresent();
        return own ? List.of() : status.actions();
    }

    private List<Row> withMiniPrograms(List<Row> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        record Assigned(UUID member, MiniProgramName miniProgram) {}
        Map<UUID, List<MiniProgramName>> assigned = jdbc
                .sql("""
                        select a.member, p.id, p.name from assignment a join mini_program p on p.id = a.mini_program
                        where a.member in (:ids) order by p.name, p.id""")
                .param("ids", rows.stream().map(Row::id).toList())
                .query((row, number) -> new Assigned(
                        row.getObject("member", UUID.class),
                        new MiniProgramName(row.getObject("id", UUID.class), row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Assigned::member, Collectors.mapping(Assigned::miniProgram, Collectors.toList())));
        return rows.stream()
                .map(row -> row.with(assigned.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
