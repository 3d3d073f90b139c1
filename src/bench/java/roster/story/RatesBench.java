package roster.story;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;

/** A Roster as it runs, with its job executor, on a PostgreSQL that writes through to the disk, asked over HTTP by clients on the same machine. */
@Import({RatesBench.Database.class, PlainInsert.class})
@TestPropertySource(
        properties = {
            "camunda.bpm.job-execution.enabled=true",
            "roster.invitations.per-admin=100000000",
            "roster.invitations.per-workspace=100000000"
        })
abstract class RatesBench extends Story {

    static final int TIMES = Integer.getInteger("bench.times", 1000);
    static final int CLIENTS = Integer.getInteger("bench.clients", 4);

    @TestConfiguration(proxyBeanMethods = false)
    static class Database {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_buffers", "512MB")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("pg_stat_statements.track", "none")
                    .setServerConfig("max_wal_size", "4GB")
                    .start();
        }

        @Bean
        HikariDataSource dataSource(EmbeddedPostgres postgres) {
            return pool(postgres, "postgres");
        }

        static HikariDataSource pool(EmbeddedPostgres postgres, String database) {
            return DataSourceBuilder.create()
                    .type(HikariDataSource.class)
                    .url(postgres.getJdbcUrl("postgres", database))
                    .username("postgres")
                    .password("postgres")
                    .build();
        }
    }

    @Autowired
    JavaMailSenderImpl sender;

    final MailSink sink = new MailSink();
    final Rates table = new Rates("%s, %d clients at once".formatted(getClass().getSimpleName(), CLIENTS));
    Costs costs;
    Load load;
    Workspace wallet;
    String token;

    RatesBench() throws IOException {}

    @BeforeEach
    void open() {
        sender.setPort(sink.port());
        costs = new Costs(jdbc);
        load = new Load(CLIENTS, costs);
        sink.readLinks(true);
        String email = address();
        Answer opened = post(
                OPERATOR,
                "/api/workspaces",
                Map.of("name", "Wallet", "type", "TENANT", "admin", Map.of("name", "Ada", "email", email)));
        wallet = new Workspace(opened.id(), joined(email));
        token = token(wallet.admin());
    }

    @AfterEach
    void print() throws IOException {
        table.print();
        sink.close();
    }

    Rate invitations(int times) {
        return load.run(
                times, 201, i -> request("POST", wallet.path() + "/invitations", invitation(address())), this::drain);
    }

    Rate page(int times) {
        return load.run(times, 200, i -> request("GET", wallet.path() + "/members?limit=50", null), () -> {});
    }

    Rate permissionChecks(int times) {
        String may = "/api/permissions?permission=member.invite&workspace=" + wallet.id();
        return load.run(times, 200, i -> request("GET", may, null), () -> {});
    }

    /** By one person with an account, in as many workspaces. */
    Rate acceptances(int times) {
        String ben = address();
        sink.readLinks(true);
        Load.ask(request("POST", wallet.path() + "/invitations", invitation(ben)), 201);
        String his = token(joined(ben));
        List<String> links = links(() -> workspaces(times)
                .forEach(id ->
                        Load.ask(request("POST", "/api/workspaces/" + id + "/invitations", invitation(ben)), 201)));
        String url = "http://127.0.0.1:" + port + "/api/invitations/";
        return load.run(times, 201, i -> Load.request("POST", url + links.get(i) + "/acceptance", his, "{}"), () -> {});
    }

    /** Copies of the wallet with the same admin. */
    private List<UUID> workspaces(int number) {
        List<UUID> ids = Stream.generate(this::anotherWorkspace).limit(number).toList();
        ids.forEach(id -> {
            jdbc.sql("""
                            insert into member (id, workspace, email, name, role, status, account, started_at, version)
                            select gen_random_uuid(), ?, email, name, role, status, account, started_at, 1 from member
                            where workspace = ?::uuid and role = 'WORKSPACE_ADMIN'""").params(id, wallet.id()).update();
        });
        return ids;
    }

    /** Members who have joined without a process, for it is the blocking that is measured. */
    Rate blocks(int times) {
        List<UUID> members =
                jdbc.sql("""
                        insert into member (id, workspace, email, name, role, status, version)
                        select gen_random_uuid(), ?::uuid, gen_random_uuid() || '@example.com', 'Cleo', 'WORKSPACE_OPERATOR', 'ACTIVE', 1
                        from generate_series(1, ?) returning id""").params(wallet.id(), times).query(UUID.class).list();
        return load.run(
                times,
                200,
                i -> request("POST", wallet.path() + "/members/" + members.get(i) + "/block", null),
                this::drain);
    }

    /**
     * Timers as they fire, from when the first has, for an executor that had nothing to do may sleep for a minute.
     *
     * @param times how many are due
     * @param due what counts those that have not fired
     */
    Rate fired(JdbcClient database, int times, String due) {
        await(() -> count(database, due) < times);
        int left = (int) count(database, due);
        // Seldom, for to count thousands is work for the database as well
        return Rate.of(left, costs.of(() -> await(() -> count(database, due) == 0, Duration.ofMillis(250))));
    }

    /** Waits until every mail is out. */
    void drain() {
        drain(jdbc);
    }

    static void drain(JdbcClient database) {
        await(() -> count(database, "act_ru_job where type_ = 'message'") == 0);
    }

    static void await(Callable<Boolean> condition) {
        await(condition, Duration.ofMillis(20));
    }

    private static void await(Callable<Boolean> condition, Duration interval) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(interval)
                .until(condition);
    }

    static long count(JdbcClient database, String what) {
        return database.sql("select count(*) from " + what).query(Long.class).single();
    }

    /** Like the wallet, but for its people. */
    UUID anotherWorkspace() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into workspace (id, name, type, created_at, version)
                        select ?, name, type, created_at, 0 from workspace where id = ?::uuid""").params(id, wallet.id()).update();
        return id;
    }

    /** By the admin of the wallet. */
    Load.Request request(String method, String path, String body) {
        return Load.request(method, "http://127.0.0.1:" + port + path, token, body);
    }

    static String invitation(String email) {
        return "{\"name\": \"Ben\", \"email\": \"%s\", \"role\": \"WORKSPACE_OPERATOR\"}".formatted(email);
    }

    /** Follows the link in the only mail that is looked into. */
    Person joined(String email) {
        await(() -> !sink.links().isEmpty());
        drain();
        accept(NOBODY, sink.links().get(0), Map.of("name", "Somebody", "password", "their-password"));
        sink.readLinks(false);
        return new Person(email, "their-password");
    }

    /** The tokens in the mails that go out meanwhile. */
    List<String> links(Runnable inviting) {
        sink.readLinks(true);
        inviting.run();
        drain();
        List<String> links = sink.links();
        sink.readLinks(false);
        return links;
    }

    String token(Person who) {
        return send(requestByPassword(who, "/api/tokens")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"bench\"}")))
                .body()
                .path("token")
                .asText();
    }
}
