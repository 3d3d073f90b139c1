package roster.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {

    private static final EmailAddress ADA = new EmailAddress("ada@example.com");
    private static final EmailAddress BEN = new EmailAddress("ben@example.com");

    private final MovedClock clock = new MovedClock();
    private final SignInAttempts attempts =
            new SignInAttempts(new SignInLimits(Duration.ofMinutes(15), 10, 100), clock);

    @Test
    void looksAtNoMoreThanTenWrongPasswordsOfAnAddressWhereverTheyComeFrom() {
        for (int i = 0; i < 10; i++) {
            assertThat(attempts.guard(ADA, "10.0.0." + i, Optional::empty)).isEmpty();
        }
        refuses(ADA, "10.0.1.1", SignInAttemptsTest::right);
        assertThat(attempts.guard(BEN, "10.0.0.1", SignInAttemptsTest::right)).isPresent();
    }

    @Test
    void forgivesOneFailureAfterATenthOfTheTime() {
        for (int i = 0; i < 10; i++) {
            attempts.guard(ADA, null, Optional::empty);
        }
        clock.now = clock.now.plusSeconds(89);
        refuses(ADA, null, SignInAttemptsTest::right);
        clock.now = clock.now.plusSeconds(1);
        assertThat(attempts.guard(ADA, null, SignInAttemptsTest::right)).isPresent();
    }

    @Test
    void saysHowLongToWait() {
        for (int i = 0; i < 10; i++) {
            attempts.guard(ADA, null, Optional::empty);
        }
        clock.now = clock.now.plusSeconds(30);
        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> attempts.guard(ADA, null, SignInAttemptsTest::right))
                .satisfies(refused ->
                        assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61)));
    }

    @Test
    void successesCostNothing() {
        for (int i = 0; i < 200; i++) {
            assertThat(attempts.guard(ADA, "10.0.0.1", SignInAttemptsTest::right))
                    .isPresent();
        }
    }

    @Test
    void looksAtNoMoreThanAHundredFailuresFromOneIp() {
        for (int i = 0; i < 100; i++) {
            attempts.guard(new EmailAddress("ada" + i + "@example.com"), "10.0.0.1", Optional::empty);
        }
        refuses(null, "10.0.0.1", SignInAttemptsTest::right);
        refuses(BEN, "10.0.0.1", SignInAttemptsTest::right);
        assertThat(attempts.guard(BEN, "10.0.0.2", SignInAttemptsTest::right)).isPresent();
    }

    @Test
    void takesANetworkOfIpVersion6ForOneCaller() {
        for (int i = 0; i < 100; i++) {
            attempts.guard(null, "2001:db8:1:2::" + i, Optional::empty);
        }
        refuses(null, "2001:db8:1:2:ffff::1", SignInAttemptsTest::right);
        assertThat(attempts.guard(null, "2001:db8:1:3::1", SignInAttemptsTest::right))
                .isPresent();
    }

    @Test
    void tellsNothingOfGuessesThatWereLookedAtWhileOthersUsedUpTheLimit() {
        refuses(ADA, null, () -> {
            for (int i = 0; i < 10; i++) {
                attempts.guard(ADA, null, Optional::empty);
            }
            return right();
        });
    }

    @Test
    void refusesLimitsThatLetNobodyIn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SignInLimits(Duration.ofMinutes(15), 0, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> new SignInLimits(Duration.ZERO, 10, 100));
    }

    private void refuses(@Nullable EmailAddress address, @Nullable String ip, Supplier<Optional<Person>> check) {
        assertThatExceptionOfType(TooManyAttempts.class).isThrownBy(() -> attempts.guard(address, ip, check));
    }

    private static Optional<Person> right() {
        return Optional.of(new Person(UUID.randomUUID(), ADA, "Ada", false, false, Preferences.NONE, 1));
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
