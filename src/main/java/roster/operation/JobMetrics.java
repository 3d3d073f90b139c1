package roster.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.stereotype.Component;

/**
 * {@code roster.jobs.due} and {@code roster.jobs.age}: work of the process that should be running by now, and for how many seconds the oldest has
 * been waiting; {@code roster.incidents}: what was given up and waits for somebody in Cockpit. The same on every node.
 */
@Component
class JobMetrics implements MeterBinder {

    private final ManagementService management;
    private final RuntimeService runtime;
    private final Clock clock;

    JobMetrics(ManagementService management, RuntimeService runtime, Clock clock) {
        this.management = management;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("roster.jobs.due", () -> due().count())
                .description("Jobs that are due and not done")
                .register(registry);
        Gauge.builder("roster.jobs.age", this::age)
                .description("How long the oldest due job has waited")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("roster.incidents", () -> runtime.createIncidentQuery().count())
                .description("Jobs that were given up, such as mails that nobody took")
                .register(registry);
    }

    private double age() {
        return due().orderByJobDuedate().asc().listPage(0, 1).stream()
                .filter(job -> job.getDuedate() != null)
                .mapToLong(job -> Duration.between(job.getDuedate().toInstant(), clock.instant())
                        .toSeconds())
                .findFirst()
                .orElse(0);
    }

    private JobQuery due() {
        return management.createJobQuery().executable();
    }
}
