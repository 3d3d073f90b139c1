package roster.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How PostgreSQL finds the rows of each statement that is asked often. */
final class Plans {

    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("create extension if not exists pg_stat_statements").update();
        jdbc.sql("alter system set pg_stat_statements.track = 'top'").update();
        jdbc.sql("select pg_reload_conf()").query().singleRow();
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
            return jdbc.sql("explain (generic_plan, costs off) " + statement).query(String.class).list().stream()
                    .map(line -> "    " + line)
                    .collect(Collectors.joining("\n"));
        } catch (DataAccessException unknownTypes) {
            return "    no plan: " + unknownTypes.getMostSpecificCause().getMessage();
        }
    }
}
