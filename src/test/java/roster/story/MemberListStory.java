package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading the member list; run on each database. */
abstract class MemberListStory extends Story {

    @ParameterizedTest
    @ValueSource(
            strings = {"name", "email", "role", "status", "startedAt", "expiresAt", "-name", "-role", "-expiresAt"})
    void pagesHoldEveryRowOnceInEveryOrder(String sort) {
        Workspace workspace = workspace("TENANT");
        for (int i = 0; i < 7; i++) {
            String role = i % 2 == 0 ? "WORKSPACE_OPERATOR" : "WORKSPACE_REVIEWER";
            String email = address();
            invite(workspace, email, role);
            if (i > 3) {
                sendMails();
                join(email);
            }
        }

        var walked = new ArrayList<String>();
        String after = "";
        do {
            Answer page = get(workspace.admin(), workspace.path() + "/members?limit=3&sort=" + sort + after);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.body().path("items").forEach(row -> walked.add(row.path("id").asText()));
            after = page.body().path("next").isNull()
                    ? ""
                    : "&after=" + page.body().path("next").asText();
        } while (!after.isEmpty() && walked.size() <= 8);

        Answer whole = get(workspace.admin(), workspace.path() + "/members?sort=" + sort);
        assertThat(walked).hasSize(8).isEqualTo(whole.body().path("items").findValuesAsText("id"));
    }

    @Test
    void findsByNameAddressStatusAndRole() {
        Workspace workspace = workspace("TENANT");
        post(
                workspace.admin(),
                workspace.path() + "/invitations",
                invitation("100% Çelik_", address(), "WORKSPACE_OPERATOR"));
        post(workspace.admin(), workspace.path() + "/invitations", invitation("Zoë", address(), "WORKSPACE_REVIEWER"));

        assertThat(names(workspace, "q=" + encoded("çELIK"))).containsExactly("100% Çelik_");
        assertThat(names(workspace, "q=" + encoded("%"))).containsExactly("100% Çelik_");
        assertThat(names(workspace, "q=" + encoded("_"))).containsExactly("100% Çelik_");
        assertThat(names(workspace, "q=BEN-")).containsExactlyInAnyOrder("100% Çelik_", "Zoë");
        assertThat(names(workspace, "role=WORKSPACE_REVIEWER")).containsExactly("Zoë");
        assertThat(names(workspace, "status=ACTIVE")).containsExactly("Somebody");
        assertThat(names(workspace, "status=INVITATION_EXPIRED")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=201, limit",
        "limit=x, limit",
        "status=GONE, status",
        "role=admin, role",
        "sort=shoe, sort",
        "after=nonsense, after",
        "after=bmFtZSB4IHk, after"
    })
    void refusesParametersThatAreWrong(String query, String field) {
        Workspace workspace = workspace("TENANT");
        Answer refused = get(workspace.admin(), workspace.path() + "/members?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactly(field);
    }

    @Test
    void offersOnlyWhatTheCallerMayDo() {
        Workspace workspace = workspace("TENANT");
        String ben = address();
        invite(workspace, ben, "WORKSPACE_ADMIN");
        sendMails();
        assertThat(row(workspace, ben).path("actions"))
                .extracting(action -> action.asText())
                .containsExactly("WITHDRAW");
        join(ben);
        assertThat(row(workspace, ben).path("actions"))
                .extracting(action -> action.asText())
                .containsExactly("BLOCK", "DELETE", "SET_ROLE");
        assertThat(row(workspace, workspace.admin().email()).path("actions")).isEmpty();
        for (var row : get(OPERATOR, workspace.path() + "/members").body().path("items")) {
            assertThat(row.path("actions")).isEmpty();
        }
    }

    @Test
    void tellsWhoIsSignedIn() {
        Workspace workspace = workspace("DEVELOPER");
        Answer me = get(workspace.admin(), "/api/me");
        assertThat(me.body().path("email").asText()).isEqualTo(workspace.admin().email());
        assertThat(me.body().path("memberships").findValuesAsText("role")).containsExactly("DEVELOPER_ADMIN");
        assertThat(get(NOBODY, "/api/me").status()).isEqualTo(401);
    }

    @Test
    void showsAWorkspaceToItsMembersAlone() {
        Workspace own = workspace("TENANT");
        Workspace foreign = workspace("TENANT");
        assertThat(get(own.admin(), foreign.path()).status()).isEqualTo(404);
        assertThat(get(own.admin(), foreign.path() + "/members").status()).isEqualTo(404);
        assertThat(get(own.admin(), foreign.path() + "/mini-programs").status()).isEqualTo(404);
        assertThat(get(own.admin(), "/api/workspaces").body())
                .extracting(each -> each.path("id").asText())
                .containsExactly(own.id());
        assertThat(post(own.admin(), "/api/workspaces", Map.of("name", "Mine", "type", "TENANT"))
                        .status())
                .isEqualTo(403);
    }

    private List<String> names(Workspace workspace, String query) {
        var names = new ArrayList<String>();
        get(workspace.admin(), workspace.path() + "/members?" + query)
                .body()
                .path("items")
                .forEach(row -> names.add(row.path("name").asText()));
        return names;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void whatNoTextCanHoldIsRefusedInASearchAndInACursor() {
        Workspace workspace = workspace("TENANT");
        String forged = java.util.Base64.getUrlEncoder()
                .encodeToString(("name " + java.util.UUID.randomUUID() + " a\u0000").getBytes(StandardCharsets.UTF_8));
        for (String query : List.of("q=%00", "q=a%0Ab", "after=" + forged)) {
            assertThat(get(workspace.admin(), workspace.path() + "/members?" + query)
                            .status())
                    .as(query)
                    .isEqualTo(400);
        }
        for (String never : List.of("+300000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "2126-01-01T00:00:00Z")) {
            Answer refused = post(workspace.admin(), "/api/tokens", Map.of("name", "x", "expiresAt", never));
            assertThat(refused.fields()).as(refused.text()).containsExactly("expiresAt");
        }
    }
}
