package roster.cluster;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** What the system must have for a test. Where it is missing the test is skipped with a loud line, except with {@code CI=true}, where it fails. */
final class Tool {

    private Tool() {}

    static Path nginx() {
        return found("/usr/{sbin,bin,local/sbin,local/bin}/nginx").orElseGet(() -> missing("nginx-light"));
    }

    /** A library that tells a process the wrong time. */
    static Path faketime() {
        return found("/usr/lib/*/faketime/libfaketimeMT.so.1").orElseGet(() -> missing("faketime"));
    }

    private static Optional<Path> found(String glob) {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (var files = Files.find(Path.of("/usr"), 4, (file, attributes) -> matcher.matches(file))) {
            return files.findFirst();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static Path missing(String debianPackage) {
        String missing = "NO CLUSTER TEST: install " + debianPackage + " (Debian's name) to run it";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(missing);
        }
        System.err.println(missing);
        return Assumptions.abort(missing);
    }
}
