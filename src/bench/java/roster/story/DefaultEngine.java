package roster.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.autoconfigure.session.SessionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import roster.ClassPath;

/**
 * What Camunda's starters do by themselves with the same diagram, on the same database server: every setting of the engine is the default, anybody may
 * call its REST API, and a task does nothing but write a row or send a short mail. It knows no rule, no history of its own and no account.
 */
@EnableAutoConfiguration(
        exclude = {
            SecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            SessionAutoConfiguration.class,
            FlywayAutoConfiguration.class
        })
class DefaultEngine {

    private static final String READY = "ready";

    /** In a process of its own, for the engine's REST API knows one engine in each. */
    public static void main(String[] settings) {
        var started = new SpringApplicationBuilder(DefaultEngine.class)
                .properties(settings)
                .properties(
                        // Not Roster's settings, which lie beside it
                        "spring.config.name=default-engine",
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "spring.mail.host=127.0.0.1",
                        "spring.main.banner-mode=off",
                        "springdoc.api-docs.enabled=false",
                        "camunda.bpm.auto-deployment-enabled=false")
                .run();
        started.getBean(JdbcClient.class)
                .sql("create table invited (id varchar(64) primary key, workspace varchar(64), name varchar(200),"
                        + " email varchar(254), role varchar(30), status varchar(30))")
                .update();
        started.getBean(RepositoryService.class)
                .createDeployment()
                .addInputStream("invitation.bpmn", diagram())
                .deploy();
        EngineOfTheStory.engine = started.getBean(ProcessEngine.class); // Which the REST API asks for, in tests
        System.out.println(READY);
    }

    private static InputStream diagram() {
        try {
            return Files.newInputStream(Path.of("bpmn", "invitation.bpmn"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Answers when it can be used. */
    static Process start(String url, int mailPort, int port) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-cp",
                        // The libraries, without what Roster makes of them
                        ClassPath.without(Path.of("target", "classes")),
                        DefaultEngine.class.getName(),
                        "spring.datasource.url=" + url,
                        "spring.mail.port=" + mailPort,
                        "server.address=127.0.0.1",
                        "server.port=" + port)
                .redirectErrorStream(true)
                .start();
        var out = process.inputReader();
        for (String line = out.readLine(); !READY.equals(line); line = out.readLine()) {
            if (line == null) {
                throw new AssertionError("The default engine ended");
            }
        }
        var rest = new Thread(() -> out.lines().forEach(line -> {}), "output of the default engine");
        rest.setDaemon(true);
        rest.start();
        return process;
    }

    @Bean
    JavaDelegate registerInvitation(JdbcClient jdbc) {
        return execution -> jdbc.sql("insert into invited values (?, ?, ?, ?, ?, 'INVITATION_SENT')")
                .params(List.of(
                        execution.getProcessBusinessKey(),
                        execution.getVariable("workspace"),
                        execution.getVariable("name"),
                        execution.getVariable("email"),
                        execution.getVariable("role")))
                .update();
    }

    @Bean
    JavaDelegate sendInvitation(JavaMailSender sender) {
        return execution -> {
            var mail = new SimpleMailMessage();
            mail.setFrom("engine@localhost");
            mail.setTo((String) execution.getVariable("email"));
            mail.setSubject("Invitation");
            mail.setText("You are invited: https://members.example/" + execution.getProcessBusinessKey());
            sender.send(mail);
        };
    }

    @Bean
    JavaDelegate createMember(JdbcClient jdbc) {
        return status(jdbc, "ACTIVE");
    }

    @Bean
    JavaDelegate expireInvitation(JdbcClient jdbc) {
        return status(jdbc, "INVITATION_EXPIRED");
    }

    @Bean
    JavaDelegate renewInvitation(JdbcClient jdbc) {
        return status(jdbc, "INVITATION_SENT");
    }

    @Bean
    JavaDelegate withdrawInvitation(JdbcClient jdbc) {
        return status(jdbc, "WITHDRAWN");
    }

    private static JavaDelegate status(JdbcClient jdbc, String status) {
        return execution -> jdbc.sql("update invited set status = ? where id = ?")
                .params(List.of(status, execution.getProcessBusinessKey()))
                .update();
    }
}
