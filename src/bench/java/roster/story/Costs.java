package roster.story;

import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What something takes: time, and the processors' time of this process with its children and of the database server's. */
final class Costs {

    private final ProcessHandle server;

    record Spent(double seconds, double here, double database) {}

    Costs(JdbcClient postgres) {
        long backend = postgres.sql("select pg_backend_pid()").query(Long.class).single();
        server = ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
    }

    Spent of(Runnable action) {
        double here = cpu(here());
        double database = cpu(server.children());
        long begin = System.nanoTime();
        action.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Spent(seconds, cpu(here()) - here, cpu(server.children()) - database);
    }

    private static Stream<ProcessHandle> here() {
        return Stream.concat(
                Stream.of(ProcessHandle.current()), ProcessHandle.current().children());
    }

    private static double cpu(Stream<ProcessHandle> processes) {
        return processes
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1e3;
    }
}
