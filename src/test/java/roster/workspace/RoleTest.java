package roster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void belongsToOneWorkspaceType() {
        assertThat(WorkspaceType.TENANT.roles())
                .containsExactly(
                        Role.WORKSPACE_ADMIN,
                        Role.WORKSPACE_REVIEWER,
                        Role.WORKSPACE_DEVELOPER,
                        Role.WORKSPACE_OPERATOR);
        assertThat(WorkspaceType.DEVELOPER.roles())
                .containsExactly(Role.DEVELOPER_ADMIN, Role.DEVELOPER, Role.OPERATOR);
    }

    @Test
    void asksForMiniProgramsWhereTheRoleWorksOnThem() {
        assertThat(Arrays.stream(Role.values()).filter(role -> role.miniPrograms() == MiniProgramRule.REQUIRED))
                .containsExactly(Role.WORKSPACE_DEVELOPER, Role.DEVELOPER, Role.OPERATOR);
    }

    @Test
    void refusesMiniProgramsForAdminsAlone() {
        assertThat(Arrays.stream(Role.values()).filter(role -> role.miniPrograms() == MiniProgramRule.REFUSED))
                .containsExactlyElementsOf(
                        Arrays.stream(Role.values()).filter(Role::isAdmin).toList())
                .containsExactly(Role.WORKSPACE_ADMIN, Role.DEVELOPER_ADMIN);
    }
}
