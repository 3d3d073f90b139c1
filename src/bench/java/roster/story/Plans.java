package roster.story;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How PostgreSQL finds the rows of each statement that is asked often. */
final class Plans {

    private final JdbcClient jdbc;
    private final JdbcClient explaining;

    Plans(JdbcClient jdbc, HikariDataSource pool) {
        this.jdbc = jdbc;
        jdbc.sql("create extension if not exists pg_stat_statements").update();
        // Of this database alone, and so of connections that are made from now on
        jdbc.sql("alter database postgres set pg_stat_statements.track = 'top'").update();
        pool.getHikariPoolMXBean().softEvictConnections();
        // A plan for any parameters is made of a statement that has none bound, which the other mode does not send
        explaining = JdbcClient.create(new DriverManagerDataSource(pool.getJdbcUrl() + "&preferQueryMode=simple"));
    }

    /** Statements from now on. */
    void forget() {
        jdbc.sql("select pg_stat_statements_reset()").query().singleRow();
    }

    /** @param calls how often at least */
    void write(Path file, int calls) {
        List<String> statements = jdbc.sql("""
                        select query from pg_stat_statements where calls >= ? and query ~* '^\\s*(select|update|delete)'
                        and query !~ 'pg_' order by total_exec_time desc""").param(calls).query(String.class).list();
        try {
            Files.writeString(
                    file,
                    statements.stream()
                            .map(statement -> statement + "\n" + plan(statement) + "\n")
                            .collect(Collectors.joining("\n")));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        System.out.println("The plans of " + statements.size() + " statements: " + file);
    }

    /** With any parameters, for those of the calls are not kept. */
    private String plan(String statement) {
        try {
            return explaining.sql("explain (generic_plan, costs off) " + statement).query(String.class).list().stream()
                    .map(line -> "    " + line)
                    .collect(Collectors.joining("\n"));
        } catch (DataAccessException unknownTypes) {
            return "    no plan: " + unknownTypes.getMostSpecificCause().getMessage();
        }
    }
}
