package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.context.TestPropertySource;

/** Nobody floods mailboxes. What is counted stands in memory, so one database is enough. */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:limits;DB_CLOSE_DELAY=-1",
            "roster.invitations.per-recipient=3",
            "roster.invitations.per-workspace=6",
            "roster.invitations.per-admin=100000"
        })
class LimitsTest extends FaultsStory {

    @ParameterizedTest
    @EnumSource
    void anAddressIsInvitedThreeTimesADayWhateverBecomesOfTheInvitations(Door door) {
        String ben = address();
        for (int i = 0; i < 3; i++) {
            Workspace wallet = workspace("TENANT");
            assertThat(invite(door, wallet, ben).status()).isLessThan(300);
            post(wallet.admin(), row(wallet, ben).path("self").asText() + "/withdraw", null);
        }
        Workspace wallet = workspace("TENANT");
        isTooMany(() -> invite(door, wallet, ben), "This address was invited too often lately");

        wait(Duration.ofHours(8).plusMinutes(1));
        assertThat(invite(door, wallet, ben).status()).isLessThan(300);
    }

    @ParameterizedTest
    @EnumSource
    void aWorkspaceInvitesAsManyAsItMayADay(Door door) {
        Workspace wallet = workspace("TENANT"); // Its first admin is one
        for (int i = 0; i < 5; i++) {
            assertThat(invite(door, wallet, address()).status()).isLessThan(300);
        }
        isTooMany(() -> invite(door, wallet, address()), "Too many invitations were sent from this workspace lately");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRefusedDoesNotCount(Door door) {
        Workspace wallet = workspace("TENANT");
        String ben = address();
        assertThat(invite(door, wallet, ben).status()).isLessThan(300);
        for (int i = 0; i < 10; i++) {
            assertThat(invite(door, wallet, ben).status()).as("already there").isEqualTo(409);
        }
        for (int i = 0; i < 4; i++) {
            assertThat(invite(door, wallet, address()).status()).isLessThan(300);
        }
    }

    private void isTooMany(Supplier<Answer> invitation, String why) {
        Answer refused = inVain(429, invitation);
        assertThat(refused.type()).isEqualTo("urn:roster:problem:too-many-invitations");
        assertThat(refused.body().path("detail").asText()).startsWith(why);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    }

    private Answer invite(Door door, Workspace wallet, String email) {
        return door.invite(this, wallet.admin(), wallet.id(), invitation("Ben", email, "WORKSPACE_OPERATOR"));
    }
}
