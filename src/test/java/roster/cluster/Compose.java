package roster.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code docker-compose.yml} gives its containers, so that processes without containers are given the same. */
final class Compose {

    private final Map<String, Object> file;

    Compose() throws IOException {
        file = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Path.of("docker-compose.yml")));
    }

    /** The settings of a node; those that come from the environment are left to who starts it. */
    Map<String, String> node() {
        var settings = new LinkedHashMap<String, String>();
        map(map(map(file, "services"), "roster-1"), "environment").forEach((name, value) -> {
            if (!String.valueOf(value).contains("${")) {
                settings.put(name, String.valueOf(value));
            }
        });
        return settings;
    }

    /** The proxy's configuration, where these ports are those of the proxy and of the nodes. */
    String proxy(int port, int first, int second) {
        return ((String) map(map(file, "configs"), "proxy").get("content"))
                .replace("$$", "$")
                .replace("listen 8080", "listen 127.0.0.1:" + port)
                .replace("roster-1:8080", "127.0.0.1:" + first)
                .replace("roster-2:8080", "127.0.0.1:" + second);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.get(key);
    }
}
