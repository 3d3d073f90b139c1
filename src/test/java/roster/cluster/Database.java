package roster.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL that can be stopped and started again on the same files. */
final class Database implements AutoCloseable {

    private final Path folder;
    private final int port;
    private EmbeddedPostgres postgres;

    Database(int port, Path folder) throws IOException {
        this.port = port;
        this.folder = folder;
        start();
    }

    void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .start();
    }

    /** As {@code pg_ctl stop -m fast}: whoever is connected is cut off, and what was not committed is gone. */
    void stop() throws IOException {
        postgres.close();
    }

    /** @param who talks to it */
    String url(String who) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?ApplicationName=" + who;
    }

    /** Its time, which is the time of all. */
    Instant now() {
        return sql().sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Until this is closed, whoever changes something in the table waits. */
    Connection hold(String table) throws SQLException {
        Connection holder = postgres.getPostgresDatabase().getConnection();
        holder.setAutoCommit(false);
        try (var lock = holder.createStatement()) {
            lock.execute("lock table " + table + " in share mode");
        }
        return holder;
    }

    /** How many things that it has begun wait for a lock. */
    long waiting(String who) {
        return count("pg_stat_activity where wait_event_type = 'Lock' and application_name = '" + who + "'");
    }

    JdbcClient sql() {
        return JdbcClient.create(postgres.getPostgresDatabase());
    }

    long count(String query) {
        return sql().sql("select count(*) from " + query).query(Long.class).single();
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
