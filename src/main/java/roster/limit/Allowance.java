package roster.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How often something may happen to each key within a time; what was used comes back one by one, evenly over this time. Counts on this node alone, and
 * remembers 50,000 keys, so that strangers cannot fill the memory.
 */
public final class Allowance {

    private static final int KEYS = 50_000;

    private final LoadingCache<String, Bucket> left;

    public Allowance(int limit, Duration window, Clock clock) {
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

    /** How long this key has to wait, in whole seconds of at least one; nothing if it need not. Uses nothing. */
    public Optional<Duration> ask(String key) {
        var probe = left.get(key).estimateAbilityToConsume(1);
        return probe.canBeConsumed() ? Optional.empty() : Optional.of(toWait(probe.getNanosToWaitForRefill()));
    }

    /** Uses one, or answers how long this key has to wait, as above. */
    public Optional<Duration> use(String key) {
        var probe = left.get(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(toWait(probe.getNanosToWaitForRefill()));
    }

    /** What was used did not happen. */
    public void giveBack(String key) {
        left.get(key).addTokens(1);
    }

    private static Duration toWait(long nanoseconds) {
        return Duration.ofSeconds(TimeUnit.NANOSECONDS.toSeconds(nanoseconds) + 1);
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
