package roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The faults that users of such systems reported (B) and those of users of the engine (E): each is proven impossible by a test, or cannot occur. */
class CasesTest {

    private static final Path TABLE = Path.of("src", "test", "resources", "cases.csv");
    private static final String NOT_APPLICABLE = "n/a: ";

    @Test
    void everyCaseIsThereOnce() throws IOException {
        assertThat(cases().map(each -> each.get("id")))
                .containsExactlyElementsOf(
                        Stream.concat(ids("B%02d", 67), ids("E%02d", 52)).toList());
    }

    private static Stream<String> ids(String format, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(format::formatted);
    }

    @Test
    void everyCaseHasATestThatRunsOrAReasonWhyItCannotOccur() throws IOException {
        assertThat(cases()).allSatisfy(each -> {
            assertThat(each.size()).as("columns of " + each.get("id")).isEqualTo(4);
            assertThat(List.of(each.get("kind"), each.get("title"))).noneMatch(String::isBlank);
            String proof = each.get("test");
            if (proof.startsWith(NOT_APPLICABLE)) {
                assertThat(proof.substring(NOT_APPLICABLE.length())).hasSizeGreaterThan(20);
            } else {
                assertThat(proof.split(" ", -1)).allSatisfy(CasesTest::runs);
            }
        });
    }

    private static void runs(String test) throws ClassNotFoundException {
        String[] named = test.split("#", 2);
        String type = "roster." + (isInStories(named[0]) ? "story." : "") + named[0];
        assertThat(Arrays.stream(load(type).getDeclaredMethods())
                        .filter(method -> method.getName().equals(named[1])))
                .as(test)
                .singleElement()
                .matches(method -> AnnotationSupport.isAnnotated(method, Testable.class));
        if (named[0].endsWith("Story")) {
            String story = type.substring(0, type.length() - "Story".length());
            assertThat(Stream.of("OnH2Test", "Test").anyMatch(end -> isThere(story + end)))
                    .as("a class that runs " + test)
                    .isTrue();
        }
    }

    private static boolean isInStories(String type) {
        return !type.contains(".") && !isThere("roster." + type);
    }

    private static boolean isThere(String type) {
        try {
            load(type);
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    /** Without running anything of it. */
    private static Class<?> load(String type) throws ClassNotFoundException {
        return Class.forName(type, false, CasesTest.class.getClassLoader());
    }

    private static Stream<CSVRecord> cases() throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(Files.newBufferedReader(TABLE)).stream();
    }
}
