package roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What we rely on in {@code docker-compose.yml}; that its images run is seen only with a container engine. */
class DockerComposeTest {

    private static final String COMPOSE = read("docker-compose.yml");
    private static final Map<String, Object> FILE = new Yaml(new SafeConstructor(new LoaderOptions())).load(COMPOSE);

    @Test
    void startsTwoNodesAfterDatabaseAndMailServerAndTheProxyAfterBoth() {
        assertThat(map(FILE, "services").keySet())
                .containsExactlyInAnyOrder("proxy", "roster-1", "roster-2", "postgres", "mail");
        for (String node : List.of("roster-1", "roster-2")) {
            startsAfter(node, "postgres", "mail");
        }
        startsAfter("proxy", "roster-1", "roster-2");
    }

    private static void startsAfter(String service, String first, String second) {
        var healthy = Map.of("condition", "service_healthy");
        assertThat(map(service(service), "depends_on")).isEqualTo(Map.of(first, healthy, second, healthy));
    }

    @Test
    void theProxySharesTheLoadBetweenTheNodesAndSaysWhoCalls() {
        String proxy = (String) map(map(FILE, "configs"), "proxy").get("content");
        assertThat(proxy)
                .contains("server roster-1:8080", "server roster-2:8080", "X-Forwarded-For $$remote_addr")
                .doesNotContain("proxy_add_x_forwarded_for");
    }

    @Test
    void everyServiceTellsItsHealth() {
        eachService((name, service) -> assertThat(map(service, "healthcheck").get("test"))
                .as(name)
                .asList()
                .hasSizeGreaterThan(1));
    }

    @Test
    void noServiceRunsAsRootOrWritesIntoItsImage() {
        eachService((name, service) -> {
            assertThat(String.valueOf(service.get("user")))
                    .as(name)
                    .doesNotStartWith("0")
                    .isNotIn("null", "root");
            assertThat(service).as(name).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
            assertThat(service.get("tmpfs")).as(name).asList().contains("/tmp");
        });
        assertThat(dockerfile()).contains("\nUSER 10001:10001\n");
    }

    @Test
    void secretsComeFromTheEnvironmentAlone() {
        eachService((name, service) -> map(service, "environment").forEach((setting, value) -> {
            if (setting.matches(".*(PASSWORD|SECRET|TOKEN|KEY).*")) {
                assertThat(String.valueOf(value)).as(name + " " + setting).matches("\\$\\{[A-Z_]+:\\?.+}");
            }
        }));
        assertThat(dockerfile()).doesNotContain("ENV ", "ARG ");
    }

    @Test
    void everyRosterSettingIsOneThatRosterReads() {
        Set<String> settings = map(service("roster-1"), "environment").keySet();
        assertThat(settings).contains("ROSTER_LINK_SECRET", "SPRING_DATASOURCE_URL", "SPRING_MAIL_HOST");
        String known = read("src/main/resources/application.yml");
        assertThat(settings.stream().filter(setting -> setting.startsWith("ROSTER_")))
                .allSatisfy(setting -> assertThat(known).contains("${" + setting + ":"));
    }

    @Test
    void portsAreOpenOnThisMachineOnly() {
        eachService((name, service) -> {
            if (service.get("ports") instanceof List<?> ports) {
                assertThat(ports)
                        .as(name)
                        .allSatisfy(port -> assertThat((String) port).startsWith("127.0.0.1:"));
            }
        });
    }

    @Test
    void buildsRosterFromSourceInLayers() {
        assertThat(dockerfile().lines().filter(line -> line.startsWith("FROM ")))
                .hasSize(3);
        assertThat(dockerfile())
                .contains(
                        "npm ci",
                        "src/web/node_modules",
                        "mvn ",
                        "-Djarmode=tools",
                        "layers/dependencies/",
                        "layers/application/");
    }

    private static String dockerfile() {
        return (String) map(service("roster-1"), "build").get("dockerfile_inline");
    }

    private static void eachService(BiConsumer<String, Map<String, Object>> check) {
        map(FILE, "services").keySet().forEach(name -> check.accept(name, service(name)));
    }

    private static Map<String, Object> service(String name) {
        return map(map(FILE, "services"), name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.getOrDefault(key, Map.of());
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
