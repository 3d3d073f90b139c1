package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whoever runs Roster sees. */
abstract class OperationStory extends FaultsStory {

    @ParameterizedTest
    @CsvSource({"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void aLoadBalancerSeesThatRosterIsUpAndNothingElse(String path) {
        Answer health = get(NOBODY, path);
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body().path("status").asText()).isEqualTo("UP");
        assertThat(health.text()).doesNotContain("database", "details", "components");
    }

    @Test
    void anOperatorSeesHowDatabaseEngineAndMailServerAre() {
        Answer health = get(OPERATOR, "/actuator/health");
        assertThat(health.body().path("components").properties())
                .extracting(component -> component.getKey() + " "
                        + component.getValue().path("status").asText())
                .contains("db UP", "processEngine UP", "mail UP");
    }

    @ParameterizedTest
    @CsvSource({"/actuator", "/actuator/prometheus", "/actuator/health/db", "/actuator/env", "/actuator/heapdump"})
    void theRestIsForOperatorsAndAnalysts(String path) {
        assertThat(get(NOBODY, path).status()).isEqualTo(401);
        Answer refused = get(workspace("TENANT").admin(), path);
        assertThat(refused.status()).isEqualTo(403);
        assertIsProblem(refused);
    }

    /** What nodes ask all the time, as the engine asks it, while each open invitation is a timer that waits. */
    @Test
    void theJobsThatAreDueAreFoundByAnIndex() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.isEnsureJobDueDateNotNull()).isTrue();
        assertThat(plan("""
                        select res.id_ from act_ru_job res
                        where res.retries_ > 0 and res.duedate_ <= current_timestamp
                            and (res.lock_owner_ is null or res.lock_exp_time_ < current_timestamp)
                            and res.suspension_state_ = 1
                            and (res.exclusive_ = true
                                    and not exists (
                                        select j2.id_ from act_ru_job j2
                                        where j2.process_instance_id_ = res.process_instance_id_ and j2.exclusive_ = true
                                            and j2.lock_owner_ is not null and j2.lock_exp_time_ >= current_timestamp)
                                or res.exclusive_ = false)
                        limit 16""")).containsIgnoringCase("roster_due_jobs");
    }

    String plan(String statement) {
        return String.join(
                "\n", jdbc.sql("explain " + statement).query(String.class).list());
    }

    @Test
    void metricsFollowInvitationsMailsAndJobs() {
        Workspace wallet = workspace("TENANT");
        double accepted = metric("roster_invitations_time_to_accept_seconds_count");
        double sent = metric("roster_mails_total{outcome=\"sent\"}");
        // Other stories may have left jobs
        double age = metric("roster_jobs_age_seconds");
        String ben = address();
        invite(wallet, ben, "WORKSPACE_OPERATOR");
        wait(Duration.ofMinutes(5));
        assertThat(metric("roster_jobs_due")).isPositive();
        assertThat(metric("roster_jobs_age_seconds")).isBetween(age + 299, age + 400);
        sendMails();
        wait(Duration.ofHours(2));
        join(ben);

        assertThat(metric("roster_mails_total{outcome=\"sent\"}")).isGreaterThan(sent);
        assertThat(metric("roster_invitations_time_to_accept_seconds_count")).isEqualTo(accepted + 1);
        assertThat(metric("roster_members{status=\"active\"}")).isPositive();
        assertThat(metric("roster_incidents")).isNotNegative();
    }

    /** As Prometheus reads it. */
    private double metric(String name) {
        return Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$")
                .matcher(get(OPERATOR, "/actuator/prometheus").text())
                .results()
                .map((MatchResult line) -> Double.parseDouble(line.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }
}
