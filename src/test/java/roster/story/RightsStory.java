package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody gets further by another workspace's ids, by inviting somebody mightier, or by an admin who is none yet; run on each database. */
abstract class RightsStory extends FaultsStory {

    private static final Map<String, List<String>> ROLES = Map.of(
            "TENANT", List.of("WORKSPACE_ADMIN", "WORKSPACE_REVIEWER", "WORKSPACE_DEVELOPER", "WORKSPACE_OPERATOR"),
            "DEVELOPER", List.of("DEVELOPER_ADMIN", "DEVELOPER", "OPERATOR"));

    private Workspace wallet;

    @BeforeEach
    void open() {
        wallet = workspace("TENANT");
    }

    /** Each operation of the description, with this workspace in the path and ids of another one behind it, or the other way round. */
    @Test
    void noOperationReachesIntoAnotherWorkspace() {
        Workspace other = workspace("TENANT");
        String taxi = miniProgram(other);
        List<String> foreign = new ArrayList<>();
        foreign.add(invited(Door.API, other, input(address(), "WORKSPACE_OPERATOR")));
        String ben = address();
        foreign.add(invited(Door.API, other, input(ben, "WORKSPACE_DEVELOPER", taxi)));
        join(ben);
        foreign.add(taxi);
        JsonNode before = contents(other);
        int tried = 0;
        for (var path : get(OPERATOR, "/api/openapi.json").body().path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (path.getKey().contains("{workspace}") && path.getKey().contains("{id}")) {
                    for (String id : foreign) {
                        String method = operation.getKey().toUpperCase(Locale.ROOT);
                        String target = path.getKey().replace("{id}", id);
                        isNotThere(method, target.replace("{workspace}", wallet.id()));
                        isNotThere(method, target.replace("{workspace}", other.id()));
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).as("operations times ids").isGreaterThan(25);
        assertThat(contents(other)).isEqualTo(before);
    }

    private void isNotThere(String method, String path) {
        inVain(404, () -> send(wallet.admin(), method, path, Map.of("role", "WORKSPACE_REVIEWER")));
    }

    private JsonNode contents(Workspace workspace) {
        return json.createArrayNode()
                .add(get(workspace.admin(), workspace.path() + "/members").body())
                .add(get(workspace.admin(), workspace.path() + "/mini-programs").body())
                .add(get(workspace.admin(), workspace.path() + "/history").body());
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsNoAdminInvitesNobodyInAnyRole(Door door) {
        ROLES.forEach((type, roles) -> {
            Workspace workspace = workspace(type);
            String taxi = miniProgram(workspace);
            for (String own : roles.subList(1, roles.size())) {
                Person member = joined(workspace, own, taxi);
                for (String role : roles) {
                    inVain(
                            403,
                            () -> door.invite(
                                    this, member, workspace.id(), input(address(), role, programs(role, taxi))));
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void nobodyChangesTheRoleOfAnInvitationByResendingIt(Door door) {
        String ben = address();
        String id = invited(door, wallet, input(ben, "WORKSPACE_OPERATOR"));
        wait(java.time.Duration.ofDays(4));
        String resend = wallet.path() + "/invitations/" + id + "/resend";
        Person reviewer = joined(wallet, "WORKSPACE_REVIEWER");
        inVain(403, () -> post(reviewer, resend, Map.of("role", "WORKSPACE_ADMIN")));
        assertThat(post(wallet.admin(), resend, Map.of("role", "WORKSPACE_ADMIN"))
                        .body()
                        .path("role")
                        .asText())
                .isEqualTo("WORKSPACE_OPERATOR");
        sendMails();
        join(ben);
        assertThat(row(wallet, ben).path("role").asText()).isEqualTo("WORKSPACE_OPERATOR");
    }

    /** Neither who has not accepted yet nor who is Inactive could act in the place of the last admin. */
    @ParameterizedTest
    @EnumSource
    void theLastActiveAdminStaysWhoeverIsInvitedOrInactive(MemberDoor door) {
        invited(Door.API, wallet, input(address(), "WORKSPACE_ADMIN"));
        Person cleo = joined(wallet, "WORKSPACE_ADMIN");
        String cleos = row(wallet, cleo.email()).path("id").asText();
        String own = row(wallet, wallet.admin().email()).path("id").asText();
        for (boolean inactive : new boolean[] {false, true}) {
            if (inactive) {
                door.act(this, wallet.admin(), wallet.id(), cleos, "BLOCK", Map.of());
                assertThat(status(wallet, cleo.email())).isEqualTo("INACTIVE");
            }
            for (String action : List.of("BLOCK", "DELETE", "SET_ROLE")) {
                Map<String, ?> role =
                        action.equals("SET_ROLE") ? Map.of("role", "WORKSPACE_REVIEWER") : Map.<String, Object>of();
                inVain(409, () -> door.act(this, wallet.admin(), wallet.id(), own, action, role));
                assertThat(status(wallet, wallet.admin().email())).isEqualTo("ACTIVE");
            }
        }
    }

    private Person joined(Workspace workspace, String role, String... taxi) {
        String email = address();
        invited(Door.API, workspace, input(email, role, programs(role, taxi)));
        return join(email);
    }

    private static String[] programs(String role, String... taxi) {
        boolean needed = List.of("WORKSPACE_DEVELOPER", "DEVELOPER", "OPERATOR").contains(role);
        return needed ? taxi : new String[0];
    }
}
