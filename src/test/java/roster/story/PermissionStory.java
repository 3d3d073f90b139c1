package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roster.workspace.Grant;
import roster.workspace.Permission;
import roster.workspace.Role;
import roster.workspace.WorkspaceType;

/** What the platform's other services ask; run on each database. */
abstract class PermissionStory extends FaultsStory {

    @ParameterizedTest
    @EnumSource
    void everyRoleMayDoWhatTheMatrixSays(WorkspaceType type) {
        Workspace workspace = workspace(type.name());
        String assigned = miniProgram(workspace);
        String other = miniProgram(workspace);
        String foreign = miniProgram(workspace("TENANT"));
        for (Role role : type.roles()) {
            Person person = role.isAdmin() ? workspace.admin() : joined(workspace, role, assigned);
            for (Permission permission : Permission.values()) {
                Grant grant = permission.isIn(type) ? permission.grantTo(role) : Grant.NO;
                boolean reaches = grant == Grant.ALL || grant == Grant.YES;
                assertThat(allowed(person, workspace, permission, assigned))
                        .as(role + " " + permission)
                        .isEqualTo(grant != Grant.NO);
                assertThat(allowed(person, workspace, permission, other))
                        .as(role + " " + permission)
                        .isEqualTo(reaches);
                assertThat(allowed(person, workspace, permission, foreign)).isFalse();
            }
        }
    }

    @Test
    void aBlockAndARemovedAssignmentAreFeltAtOnce() {
        Workspace wallet = workspace("TENANT");
        String taxi = miniProgram(wallet);
        Person ben = joined(wallet, Role.WORKSPACE_DEVELOPER, taxi);
        String id = row(wallet, ben.email()).path("id").asText();
        assertThat(allowed(ben, wallet, Permission.MINI_PROGRAM_RELEASE, taxi)).isTrue();
        post(wallet.admin(), wallet.path() + "/members/" + id + "/block", null);
        for (Permission permission : Permission.values()) {
            assertThat(allowed(ben, wallet, permission, taxi)).isFalse();
        }
        post(wallet.admin(), wallet.path() + "/members/" + id + "/unblock", null);
        assertThat(allowed(ben, wallet, Permission.MINI_PROGRAM_RELEASE, taxi)).isTrue();
        send(wallet.admin(), "DELETE", wallet.path() + "/mini-programs/" + taxi, null);
        assertThat(allowed(ben, wallet, Permission.MINI_PROGRAM_RELEASE, taxi)).isFalse();
        assertThat(allowed(ben, wallet, Permission.FEATURE_MANAGE, null)).isTrue();
    }

    @Test
    void strangersInvitationsAndClosedWorkspacesGetNoToEverything() {
        Workspace wallet = workspace("TENANT");
        String eve = address();
        invite(wallet, eve, "WORKSPACE_ADMIN");
        Person stranger = workspace("TENANT").admin();
        assertThat(allowed(stranger, wallet, Permission.APPROVAL_REQUEST, null)).isFalse();
        assertThat(ask(wallet.admin(), wallet, "approval.request", "&email=" + eve)
                        .body()
                        .path("allowed")
                        .asBoolean())
                .isFalse();
        assertThat(ask(stranger, new Workspace(UUID.randomUUID().toString(), stranger), "approval.request", "")
                        .body())
                .isEqualTo(ask(stranger, wallet, "approval.request", "").body());
        send(OPERATOR, "DELETE", wallet.path(), null);
        assertThat(allowed(wallet.admin(), wallet, Permission.MEMBER_VIEW, null))
                .isFalse();
    }

    @Test
    void onlyAdminsAndOperatorsAskAboutOthers() {
        Workspace wallet = workspace("TENANT");
        Person ben = joined(wallet, Role.WORKSPACE_OPERATOR, "");
        String about = "&email=" + ben.email().toUpperCase(java.util.Locale.ROOT);
        for (Person who : List.of(ben, wallet.admin(), OPERATOR)) {
            assertThat(ask(who, wallet, "operation.manage", about)
                            .body()
                            .path("allowed")
                            .asBoolean())
                    .isTrue();
        }
        inVain(
                403,
                () -> ask(
                        ben,
                        wallet,
                        "operation.manage",
                        "&email=" + wallet.admin().email()));
        Person stranger = workspace("TENANT").admin();
        inVain(404, () -> ask(stranger, wallet, "operation.manage", about));
        inVain(401, () -> ask(NOBODY, wallet, "operation.manage", ""));
    }

    @Test
    void whatIsMissingOrUnknownIsNamed() {
        Workspace wallet = workspace("TENANT");
        for (Map.Entry<String, String> wrong : Map.of(
                        "permission=member.view",
                        "workspace",
                        "workspace=x&permission=member.view",
                        "workspace",
                        "workspace=" + wallet.id(),
                        "permission",
                        "workspace=" + wallet.id() + "&permission=MEMBER_VIEW",
                        "permission",
                        "workspace=" + wallet.id() + "&permission=mini-program.view",
                        "miniProgram",
                        "workspace=" + wallet.id() + "&permission=mini-program.view&miniProgram=taxi",
                        "miniProgram",
                        "workspace=" + wallet.id() + "&permission=member.view&email=ben",
                        "email")
                .entrySet()) {
            Answer refused = inVain(400, () -> get(wallet.admin(), "/api/permissions?" + wrong.getKey()));
            assertThat(refused.fields()).as(refused.text()).containsExactly(wrong.getValue());
        }
    }

    private Person joined(Workspace workspace, Role role, String miniProgram) {
        String email = address();
        boolean needs = role.miniPrograms() == roster.workspace.MiniProgramRule.REQUIRED;
        Answer invited =
                needs ? invite(workspace, email, role.name(), miniProgram) : invite(workspace, email, role.name());
        assertThat(invited.status()).as(invited.text()).isEqualTo(201);
        sendMails();
        Person person = join(email);
        if (!needs && !miniProgram.isEmpty()) {
            var wanted = new ArrayList<String>(List.of(miniProgram));
            Answer set = send(
                    workspace.admin(),
                    "PUT",
                    workspace.path() + "/members/"
                            + row(workspace, email).path("id").asText() + "/role",
                    Map.of("role", role.name(), "miniPrograms", wanted));
            assertThat(set.status()).as(set.text()).isEqualTo(200);
        }
        return person;
    }

    private boolean allowed(Person who, Workspace workspace, Permission permission, String miniProgram) {
        Answer answer = ask(who, workspace, permission.key(), miniProgram == null ? "" : "&miniProgram=" + miniProgram);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("reason").asText()).isNotEmpty();
        return answer.body().path("allowed").asBoolean();
    }

    private Answer ask(Person who, Workspace workspace, String permission, String more) {
        return get(who, "/api/permissions?workspace=" + workspace.id() + "&permission=" + permission + more);
    }
}
