package roster.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import roster.ClassPath;
import roster.Roster;

/** One Roster in a process of its own. */
final class Node implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final Path folder;
    private final Map<String, String> settings;
    private final Duration skew;
    private final Path faketime = Tool.faketime();
    private Process process;

    /** @param skew how far the clock of its machine is ahead */
    Node(int port, Path folder, Map<String, String> settings, Duration skew) throws IOException {
        this.port = port;
        this.folder = Files.createDirectories(folder);
        this.settings = settings;
        this.skew = skew;
    }

    void start() throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // Two of them are to start soon on few cores
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ClassPath.ofRoster(),
                Roster.class.getName());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(name -> name.matches("(ROSTER|SPRING|CAMUNDA|SERVER)_.*"));
        builder.environment().putAll(settings);
        builder.environment().put("LD_PRELOAD", faketime.toString());
        builder.environment().put("FAKETIME", "%+d".formatted(skew.toSeconds()));
        // Clocks alone, for the JVM looks whether its own files have changed
        builder.environment().put("NO_FAKE_STAT", "1");
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        builder.environment().put("ROSTER_DATA_DIR", folder.resolve("data").toString());
        process = builder.start();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    Path log() {
        return folder.resolve("log.json");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** @throws AssertionError if it has ended instead */
    boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("The node ended with " + process.exitValue() + "; its log is " + log());
        }
        try {
            var ask = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(30));
            return HTTP.send(ask.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As {@code kill -9}: it has no time to say anything to anybody. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill}; answers how it ended. */
    CompletableFuture<Integer> stop() {
        process.destroy();
        return process.onExit().thenApply(Process::exitValue);
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }
}
