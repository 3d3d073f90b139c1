package roster.account;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts failures by key, at most so many within a time. Remembers 50,000 keys, so that strangers cannot fill the memory. */
final class Failures {

    private static final int KEYS = 50_000;

    private final LoadingCache<String, Bucket> left;

    Failures(int limit, Duration window, Clock clock) {
        var time = new ClockMeter(clock);
        left = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .ticker(time::currentTimeNanos)
                .expireAfterAccess(window)
                .build(key -> Bucket.builder()
                        .addLimit(bucket -> bucket.capacity(limit).refillGreedy(limit, window))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /** @throws TooManyAttempts if no further failure is allowed to this key */
    void require(String key) {
        var probe = left.get(key).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            throw tooMany(probe.getNanosToWaitForRefill());
        }
    }

    /** @throws TooManyAttempts if others have used up what was allowed meanwhile */
    void count(String key) {
        var probe = left.get(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw tooMany(probe.getNanosToWaitForRefill());
        }
    }

    private static TooManyAttempts tooMany(long nanoseconds) {
        return new TooManyAttempts(Duration.ofSeconds(TimeUnit.NANOSECONDS.toSeconds(nanoseconds) + 1));
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
