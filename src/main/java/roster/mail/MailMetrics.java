package roster.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** {@code roster.mails{outcome}}: what the mail server took from this node, did not take this time, and refused for good. */
@Component
class MailMetrics {

    private final Counter sent;
    private final Counter failed;
    private final Counter refused;

    MailMetrics(MeterRegistry registry) {
        sent = counter("sent", registry);
        failed = counter("failed", registry);
        refused = counter("refused", registry);
    }

    void sent() {
        sent.increment();
    }

    void failed() {
        failed.increment();
    }

    void refused() {
        refused.increment();
    }

    private static Counter counter(String outcome, MeterRegistry registry) {
        return Counter.builder("roster.mails")
                .description("Mails handed to the mail server")
                .tag("outcome", outcome)
                .register(registry);
    }
}
