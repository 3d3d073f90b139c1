package roster.diagram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a process, and the diagram that brought it.
 *
 * @param key of the process
 * @param source {@code folder}, {@code api}, or whatever was said at another door
 * @param deployedBy address of who deployed it; nobody did what came from the folder
 * @param resource name of the file
 * @param running instances of this version
 */
public record DiagramVersion(
        String key,
        String name,
        int version,
        Instant deployedAt,
        @Nullable String source,
        @Nullable String deployedBy,
        String resource,
        long running) {

    DiagramVersion withRunning(long instances) {
        return new DiagramVersion(key, name, version, deployedAt, source, deployedBy, resource, instances);
    }
}
