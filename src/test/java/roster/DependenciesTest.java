package roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What Roster is built of, by its bills of materials: everything is open, and nothing is as old as its known faults. */
class DependenciesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Names of the SPDX list. Of several licences that a library offers, one of these is enough. */
    private static final Set<String> OPEN = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "ISC",
            "MIT",
            "MPL-2.0",
            "Python-2.0",
            "(CDDL-1.0 OR GPL-2.0-with-classpath-exception)");

    /** Read by a person: bpmn-js is under MIT's words and asks in addition that its mark stays on drawn diagrams; cli-table names MIT in its README alone. */
    private static final Map<String, String> READ =
            Map.of("node_modules/bpmn-js", "MIT", "node_modules/cli-table", "MIT");

    private static final String ADVICE =
            "Every library needs an open licence. Take another library; or read its licence and, if it is open, add it"
                    + " to this test";

    @Test
    void everyLibraryIsUnderAnOpenLicenceAlsoThoseOfTheTests() throws IOException, URISyntaxException {
        var closed = new ArrayList<String>();
        JsonNode components = components(everything());
        for (JsonNode component : components) {
            List<String> licences = licences(component);
            if (licences.stream().noneMatch(OPEN::contains)) {
                closed.add(component.path("purl").asText() + " is under " + licences);
            }
        }
        assertThat(components).as("libraries").hasSizeGreaterThan(200);
        assertThat(closed).as(ADVICE).isEmpty();
    }

    @Test
    void everyPackageFromNpmIsUnderAnOpenLicence() throws IOException {
        var closed = new ArrayList<String>();
        JSON.readTree(Path.of("src", "web", "package-lock.json").toFile())
                .path("packages")
                .properties()
                .forEach(each -> {
                    String licence = READ.getOrDefault(
                            each.getKey(), each.getValue().path("license").asText());
                    if (!each.getKey().isEmpty() && !OPEN.contains(licence)) {
                        closed.add(each.getKey() + " is under " + licence);
                    }
                });
        assertThat(closed).as(ADVICE).isEmpty();
    }

    @Test
    void theProgramCarriesTheListOfWhatItRunsOn() throws IOException, URISyntaxException {
        JsonNode running = components(program());
        assertThat(names(running))
                .contains("camunda-engine", "spring-boot", "postgresql", "bootstrap")
                .doesNotContain("junit-jupiter", "jqwik", "greenmail", "selenium-chrome-driver")
                .as("what SECURITY.md says is not there")
                .noneMatch(name -> name.matches(".*(spin|connect-core|groovy|graal|script-engine|freemarker).*"));
        assertThat(running).allSatisfy(each -> {
            assertThat(each.path("version").asText()).isNotEmpty();
            assertThat(each.path("purl").asText()).startsWith("pkg:maven/");
            assertThat(each.path("hashes")).isNotEmpty();
        });
    }

    /** The versions that SECURITY.md relies on. */
    @Test
    void noLibraryIsOlderThanTheFixesThatWeRelyOn() throws IOException, URISyntaxException {
        JsonNode running = components(program());
        isAtLeast(running, "jackson-core", 2, 21, 7);
        isAtLeast(running, "tomcat-embed-core", 10, 1, 62);
        isAtLeast(running, "h2", 2, 3, 232);
        isAtLeast(running, "logback-core", 1, 5, 25);
        isAtLeast(running, "spring-core", 6, 2, 11);
    }

    private static void isAtLeast(JsonNode components, String name, int... version) {
        JsonNode component = StreamSupport.stream(components.spliterator(), false)
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
        int[] found = java.util.Arrays.stream(component.path("version").asText().split("[.-]", -1))
                .filter(part -> part.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .toArray();
        assertThat(java.util.Arrays.compare(found, version))
                .as(component.path("purl").asText())
                .isNotNegative();
    }

    private static List<String> names(JsonNode components) {
        return StreamSupport.stream(components.spliterator(), false)
                .map(each -> each.path("name").asText())
                .toList();
    }

    private static List<String> licences(JsonNode component) {
        return StreamSupport.stream(component.path("licenses").spliterator(), false)
                .map(each -> each.path("expression")
                        .asText(each.at("/license/id")
                                .asText(each.at("/license/name").asText())))
                .toList();
    }

    private static JsonNode components(Path bill) throws IOException {
        assertThat(bill).as("the bill of materials that the build writes").exists();
        return JSON.readTree(Files.readString(bill)).path("components");
    }

    /** In the jar. */
    private static Path program() throws URISyntaxException {
        return classes().resolve(Path.of("META-INF", "sbom", "application.cdx.json"));
    }

    /** With what tests need. */
    private static Path everything() throws URISyntaxException {
        return classes().resolveSibling("bom.json");
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(Roster.class.getResource("/application.yml"))
                        .toURI())
                .resolveSibling("");
    }
}
