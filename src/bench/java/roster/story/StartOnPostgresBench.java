package roster.story;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.util.TestSocketUtils;
import roster.ClassPath;
import roster.Roster;

/** How long a start takes and how much memory a Roster holds then, on an empty database and again; beside Camunda's starters, which only know the first. */
class StartOnPostgresBench {

    private static final String ROW = "%-52s %8.1f s %8d MB%n";

    @TempDir
    private Path data;

    @Test
    void start() throws Exception {
        try (var postgres = EmbeddedPostgres.start();
                var sink = new MailSink()) {
            var table = new StringBuilder();
            table.append(roster("Roster, on an empty database", postgres));
            table.append(roster("Roster, again", postgres));
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database default_engine");
            }
            long begin = System.nanoTime();
            Process other = DefaultEngine.start(
                    postgres.getJdbcUrl("postgres", "default_engine"),
                    sink.port(),
                    TestSocketUtils.findAvailableTcpPort());
            table.append(row("Camunda's starters, on an empty database", begin, other));
            System.out.printf(
                    "%n%s, until it can be used, and what it holds of memory (at most 512 MB of heap; the starters 2 GB)%n%s%n",
                    getClass().getSimpleName(), table);
        }
    }

    private String roster(String what, EmbeddedPostgres postgres) throws Exception {
        int port = TestSocketUtils.findAvailableTcpPort();
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        ClassPath.ofRoster(),
                        Roster.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT",
                        String.valueOf(port),
                        "SERVER_ADDRESS",
                        "127.0.0.1",
                        "ROSTER_DATA_DIR",
                        data.toString(),
                        "SPRING_DATASOURCE_URL",
                        postgres.getJdbcUrl("postgres", "postgres"),
                        "SPRING_DATASOURCE_USERNAME",
                        "postgres",
                        "SPRING_DATASOURCE_PASSWORD",
                        "postgres"));
        long begin = System.nanoTime();
        Process process = builder.start();
        while (!isReady(port)) {
            if (!process.isAlive()) {
                throw new AssertionError("Roster ended: " + Files.readString(data.resolve("log")));
            }
            Thread.sleep(20);
        }
        return row(what, begin, process);
    }

    /** Ends the process as well. */
    private static String row(String what, long begin, Process process) throws Exception {
        double seconds = (System.nanoTime() - begin) / 1e9;
        String resident = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"))
                .replaceAll("(?s).*VmRSS:\\s+(\\d+) kB.*", "$1");
        process.destroy();
        process.waitFor();
        return ROW.formatted(what, seconds, Long.parseLong(resident) / 1024);
    }

    private static boolean isReady(int port) {
        try {
            var ask = (HttpURLConnection)
                    new URL("http://127.0.0.1:" + port + "/actuator/health/readiness").openConnection();
            return ask.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
