package roster.console;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import roster.invitation.MemberQuery;

/** Which rows the address of the page asks for, and the addresses of its neighbours. */
record MembersFilter(
        @Nullable String status,
        @Nullable String role,
        @Nullable String q,
        @Nullable String sort,
        @Nullable String after) {

    private static final int ROWS = 25;

    MemberQuery query() {
        return MemberQuery.of(
                status, role, q, given(sort).orElse(null), ROWS, given(after).orElse(null));
    }

    /** Whether only a part of the list is asked for. */
    public boolean narrows() {
        return given(status).isPresent() || given(role).isPresent() || given(q).isPresent();
    }

    public boolean isFirstPage() {
        return given(after).isEmpty();
    }

    public String link(UUID workspace) {
        return uri(workspace, sort, after);
    }

    public String next(UUID workspace, String position) {
        return uri(workspace, sort, position);
    }

    public String first(UUID workspace) {
        return uri(workspace, sort, null);
    }

    /** The other direction, if the rows are ordered by this already. */
    public String sortedBy(UUID workspace, String column) {
        return uri(workspace, isSortedBy(column) && !descending() ? "-" + column : column, null);
    }

    /** What assistive technology is told of a column. */
    public String order(String column) {
        return !isSortedBy(column) ? "none" : descending() ? "descending" : "ascending";
    }

    private boolean isSortedBy(String column) {
        return given(sort).orElse("name").replaceFirst("^-", "").equals(column);
    }

    private boolean descending() {
        return given(sort).filter(order -> order.startsWith("-")).isPresent();
    }

    private String uri(UUID workspace, @Nullable String order, @Nullable String position) {
        return UriComponentsBuilder.fromPath("/workspaces/{workspace}/members")
                .queryParamIfPresent("status", given(status))
                .queryParamIfPresent("role", given(role))
                .queryParamIfPresent("q", given(q))
                .queryParamIfPresent("sort", given(order))
                .queryParamIfPresent("after", given(position))
                .encode()
                .buildAndExpand(workspace)
                .toUriString();
    }

    private static Optional<String> given(@Nullable String parameter) {
        return Optional.ofNullable(parameter).filter(value -> !value.isBlank());
    }
}
