package roster.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import roster.invitation.InvitationAccepted;

/** {@code roster.invitations.time.to.accept}: from the sending to the person's joining, of those who joined through this node. */
@Component
class AcceptanceMetrics {

    private static final Duration[] STEPS = {
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofDays(1),
        Duration.ofDays(2),
        Duration.ofDays(3)
    };

    private final Timer times;

    AcceptanceMetrics(MeterRegistry registry) {
        times = Timer.builder("roster.invitations.time.to.accept")
                .description("From the sending of an invitation to its acceptance")
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    @TransactionalEventListener
    void on(InvitationAccepted accepted) {
        times.record(Duration.between(accepted.sentAt(), accepted.at()));
    }
}
