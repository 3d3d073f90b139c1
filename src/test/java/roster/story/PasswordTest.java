package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Changing the own password on the page. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:story;DB_CLOSE_DELAY=-1")
class PasswordTest extends Story {

    private Person ada;
    private Reader here;

    @BeforeEach
    void signIn() {
        ada = workspace("TENANT").admin();
        here = new Reader(port, "en").signsIn(ada);
    }

    @Test
    void endsAllOtherSessionsButNotThisOneAndNoToken() {
        var elsewhere = new Reader(port, "en").signsIn(ada);
        assertThat(elsewhere.visits("/account").body()).contains("My account");
        assertThat(get(ada, "/api/me").status()).as("by a token").isEqualTo(200);

        assertThat(change(ada.password(), "another-password").body()).contains("Your password was changed.");

        assertThat(here.visits("/account").body()).contains("My account");
        assertThat(elsewhere.visits("/account").body()).contains("Sign in").doesNotContain("My account");
        assertThat(elsewhere.visits("/api/swagger-ui/index.html").body()).contains("Sign in");
        assertThat(get(ada, "/api/me").status()).as("by a token").isEqualTo(200);
        assertThat(send(requestByPassword(ada, "/api/me")).status()).isEqualTo(401);
        elsewhere.signsIn(new Person(ada.email(), "another-password"));
        assertThat(elsewhere.visits("/account").body()).contains("My account");
    }

    @Test
    void stopsWhoGuessesTheOldOneAsAtASignIn() {
        ClockUtil.setCurrentTime(new Date()); // Failures are forgiven as time goes by
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> wrong = change("guess " + i, "another-password");
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body()).contains("This is not your current password.");
        }

        HttpResponse<String> refused = change(ada.password(), "another-password");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(refused.body()).contains("Too many attempts to sign in failed. Try again in ");
        assertThat(send(requestByPassword(ada, "/api/me")).status()).isEqualTo(429);
    }

    private HttpResponse<String> change(String old, String fresh) {
        return here.sends("/account", "/account/password", Map.of("currentPassword", old, "password", fresh));
    }
}
