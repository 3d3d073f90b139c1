package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The moment at which an invitation is over is one moment for everybody who asks, whether its timer has fired or not; run on each database. */
abstract class TimesStory extends FaultsStory {

    private static final Instant START = Instant.parse("2030-03-30T23:59:59Z");

    private Workspace wallet;
    private String ben;

    @BeforeEach
    void open() {
        at(Duration.ZERO);
        wallet = workspace("TENANT");
        ben = address();
    }

    @ParameterizedTest
    @EnumSource
    void theThreeDaysEndAtTheMomentThatApiAndMailNameAndBeginAgainWithTheResend(Door door) {
        String id = invited(door, wallet, input(ben, "WORKSPACE_OPERATOR"));
        assertThat(expiry()).isEqualTo(START.plus(Duration.ofDays(3)));
        at(Duration.ofDays(3).minusMillis(1));
        isLive();
        at(Duration.ofDays(3));
        isOver();
        at(Duration.ofHours(80));
        assertThat(door.act(this, wallet.admin(), wallet.id(), id, "resend").status())
                .isLessThan(300);
        sendMails();
        assertThat(text(mails(ben).get(1))).contains("6 April 2030, 07:59:59 UTC");
        at(Duration.ofHours(151));
        isLive();
        at(Duration.ofHours(152).plusSeconds(1));
        isOver();
    }

    /** Wherever the clock stands, and however late the timers run. */
    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, false", "4, false"})
    void atAnyTimeEverybodySeesTheSame(long seed, boolean timersRun) {
        var random = new Random(seed);
        invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        Duration now = Duration.ZERO;
        for (int step = 0; step < 8; step++) {
            now = now.plus(
                    Duration.ofMillis(random.nextLong(Duration.ofHours(20).toMillis())));
            at(now);
            if (timersRun) {
                fireTimers();
            }
            if (now.compareTo(Duration.ofDays(3)) < 0) {
                isLive();
            } else {
                isOver();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWithdrawnLinkIsDeadAtOnce(Door door) {
        String id = invited(door, wallet, input(ben, "WORKSPACE_OPERATOR"));
        at(Duration.ofHours(71).plusMinutes(59));
        isLive();
        assertThat(door.act(this, wallet.admin(), wallet.id(), id, "withdraw").status())
                .isEqualTo(204);
        String link = link(ben);
        inVain(410, () -> get(NOBODY, "/api/invitations/" + link));
        inVain(410, () -> accept(NOBODY, link, Map.of("name", "Ben", "password", "their-password")));
    }

    private static void at(Duration since) {
        ClockUtil.setCurrentTime(Date.from(START.plus(since)));
    }

    private Instant expiry() {
        return Instant.parse(row(wallet, ben).path("expiresAt").asText());
    }

    private void isLive() {
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");
        Answer link = get(NOBODY, "/api/invitations/" + link(ben));
        assertThat(link.status()).isEqualTo(200);
        assertThat(Instant.parse(link.body().path("expiresAt").asText())).isEqualTo(expiry());
        refusesAgain("INVITATION_SENT", List.of("WITHDRAW"));
        assertThat(listed("INVITATION_SENT")).isEqualTo(1);
        assertThat(listed("INVITATION_EXPIRED")).isZero();
    }

    private void isOver() {
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_EXPIRED");
        String link = link(ben);
        inVain(410, () -> get(NOBODY, "/api/invitations/" + link));
        inVain(410, () -> accept(NOBODY, link, Map.of("name", "Ben", "password", "their-password")));
        refusesAgain("INVITATION_EXPIRED", List.of("RESEND", "WITHDRAW"));
        assertThat(listed("INVITATION_SENT")).isZero();
        assertThat(listed("INVITATION_EXPIRED")).isEqualTo(1);
    }

    private void refusesAgain(String status, List<String> actions) {
        Answer refused = inVain(409, () -> invite(wallet, ben, "WORKSPACE_OPERATOR"));
        assertThat(refused.body().path("currentStatus").asText()).isEqualTo(status);
        assertThat(refused.body().path("allowedActions"))
                .extracting(action -> action.asText())
                .isEqualTo(actions);
    }

    private int listed(String status) {
        return get(wallet.admin(), wallet.path() + "/members?status=" + status)
                .body()
                .path("items")
                .size();
    }
}
