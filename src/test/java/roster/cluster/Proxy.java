package roster.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The proxy before the nodes: Debian's nginx with the configuration from {@code docker-compose.yml}. */
final class Proxy implements AutoCloseable {

    private final Path log;
    private final Process process;

    Proxy(Path nginx, Path folder, String configuration) throws IOException {
        Files.createDirectories(folder);
        log = folder.resolve("log");
        Path file = Files.writeString(
                folder.resolve("nginx.conf"), """
                    %s
                    daemon off;
                    worker_processes 1;
                    pid %2$s/pid;
                    error_log %2$s/log;
                    events {}
                    http {
                        access_log %2$s/log;
                        client_body_temp_path %2$s/body;
                        proxy_temp_path %2$s/proxy;
                        fastcgi_temp_path %2$s/fastcgi;
                        uwsgi_temp_path %2$s/uwsgi;
                        scgi_temp_path %2$s/scgi;
                    %3$s
                    }
                    """.formatted(user(), folder.toAbsolutePath(), configuration));
        process = new ProcessBuilder(
                        nginx.toString(), "-e", log.toAbsolutePath().toString(), "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Only root can be told to stay itself. */
    private static String user() {
        return System.getProperty("user.name").equals("root") ? "user root;" : "";
    }

    Path log() {
        return log;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
