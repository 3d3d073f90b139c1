package roster.operation;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import roster.member.MemberStatus;

/**
 * {@code roster.members{status}}: rows of all member lists by stored status, live invitations among them. The same on every node, counted in the
 * database at most every 15 seconds. What has expired by the clock alone counts as sent until its timer has fired.
 */
@Component
class ListMetrics implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(15);

    private final LoadingCache<String, Map<String, Long>> counts;

    ListMetrics(JdbcClient jdbc) {
        counts = Caffeine.newBuilder().expireAfterWrite(FRESH).build(all -> count(jdbc));
    }

    private static Map<String, Long> count(JdbcClient jdbc) {
        return jdbc
                .sql("select status, count(*) as number from member group by status")
                .query((row, i) -> Map.entry(row.getString("status"), row.getLong("number")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (MemberStatus status : MemberStatus.values()) {
            Gauge.builder("roster.members", counts, all -> all.get("all").getOrDefault(status.name(), 0L))
                    .description("Rows of all member lists")
                    .tag("status", status.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }
}
