package roster.invitation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import roster.account.CurrentPerson;
import roster.invitation.Row.MiniProgramName;
import roster.problem.Problem;
import roster.workspace.Access;
import roster.workspace.Permission;
import roster.workspace.WorkspaceManagement;

/** Reads the member list, with the status that the clock says. */
@Component
@Transactional(readOnly = true)
public class MemberList {

    static final String STATUS =
            "case when m.status = 'INVITATION_SENT' and i.expires_at <= :now then 'INVITATION_EXPIRED' else m.status end";

    private static final String EXPIRED_BECAUSE =
            "case when m.status = 'INVITATION_SENT' and i.expires_at <= :now then 'VALIDITY_OVER' else i.expiry_reason end";

    private static final String ROWS = """
            select m.id, m.workspace, m.name, m.email, m.role, m.started_at, i.sent_at, i.expires_at, i.send_count, i.mail_state, i.mail_at,
                i.mail_error, %s as expired_because, a.name as inviter_name, a.email as inviter_email, %s as status_now
            from member m left join invitation i on i.id = m.id left join account a on a.id = i.inviter
            where m.workspace = :workspace""".formatted(EXPIRED_BECAUSE, STATUS);

    private final JdbcClient jdbc;
    private final Access access;
    private final WorkspaceManagement workspaces;
    private final InvitationRights rights;
    private final CurrentPerson current;
    private final Clock clock;

    MemberList(
            JdbcClient jdbc,
            Access access,
            WorkspaceManagement workspaces,
            InvitationRights rights,
            CurrentPerson current,
            Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.workspaces = workspaces;
        this.rights = rights;
        this.current = current;
        this.clock = clock;
    }

    /** @throws Problem NOT_FOUND if it is not on the list of this workspace, or the caller may not know */
    public Row get(UUID workspace, UUID id) {
        return Optional.ofNullable(rows(workspace, List.of(id)).get(id))
                .orElseThrow(() -> Problem.notFound("row on the member list"));
    }

    /** Those of these rows that are on the list of this workspace, by their ids. */
    public Map<UUID, Row> rows(UUID workspace, Collection<UUID> ids) {
        requireViewer(workspace);
        if (ids.isEmpty()) {
            return Map.of();
        }
        Viewer viewer = viewer(workspace);
        return withMiniPrograms(jdbc.sql(ROWS + " and m.id in (:ids)")
                        .params(base(workspace))
                        .param("ids", ids)
                        .query((row, number) -> viewer.row(row))
                        .list())
                .stream()
                .collect(Collectors.toMap(Row::id, Function.identity()));
    }

    /** The keyset keeps every row once, whatever is added or removed meanwhile. */
    public Page page(UUID workspace, MemberQuery query) {
        requireViewer(workspace);
        Viewer viewer = viewer(workspace);
        Map<String, Object> params = base(workspace);
        var sql = new StringBuilder(ROWS);
        query.restrict(sql, params);
        List<Row> rows = jdbc.sql(sql.toString())
                .params(params)
                .query((row, number) -> viewer.row(row))
                .list();
        boolean more = rows.size() > query.limit();
        List<Row> items = more ? rows.subList(0, query.limit()) : rows;
        return new Page(withMiniPrograms(items), more ? query.next(items.get(items.size() - 1)) : null);
    }

    private void requireViewer(UUID workspace) {
        access.requireOrOperator(workspace, Permission.MEMBER_VIEW);
        workspaces.require(workspace);
    }

    /** @param next to be given as {@code after}; null on the last page */
    @Schema(name = "MemberListPage")
    public record Page(List<Row> items, @Nullable String next) {}

    private Map<String, Object> base(UUID workspace) {
        var params = new HashMap<String, Object>();
        params.put("workspace", workspace);
        params.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        return params;
    }

    private Viewer viewer(UUID workspace) {
        return new Viewer(current.require().userId(), access.permissions(workspace), rights.isOnboarding(workspace));
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
}
