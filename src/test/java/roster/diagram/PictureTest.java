package roster.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roster.browser.Browser;

/**
 * The picture beside each diagram is what bpmn-js, the drawing part of the modeler, makes of it. Where a diagram was edited and its picture was not,
 * {@code mvn test -Dtest=PictureTest -Droster.pictures=write} draws it again.
 */
class PictureTest {

    private static final List<Path> FOLDERS = List.of(Path.of("bpmn"), Path.of("src/test/resources/bpmn/variants"));
    private static final Path BPMN_JS = Path.of("src/web/node_modules/bpmn-js/dist/bpmn-viewer.production.min.js");
    private static final String DRAW = """
            const [xml, done] = arguments;
            const viewer = new BpmnJS({ container: document.body });
            viewer.importXML(xml)
                .then(() => viewer.saveSVG())
                .then(({ svg }) => done(svg), fault => done(String(fault)))
                .finally(() => viewer.destroy());
            """;

    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open("en");
        browser.driver().get("about:blank");
        browser.driver().executeScript(Files.readString(BPMN_JS) + "; window.BpmnJS = BpmnJS");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    static List<Path> diagrams() {
        return FOLDERS.stream().flatMap(PictureTest::in).sorted().toList();
    }

    private static Stream<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void thePictureShowsTheDiagram(Path diagram) throws IOException {
        Picture drawn = draw(Files.readString(diagram));
        Path picture = diagram.resolveSibling(diagram.getFileName().toString().replaceFirst("bpmn$", "svg"));
        if ("write".equals(System.getProperty("roster.pictures"))) {
            Files.writeString(picture, drawn.svg());
        }
        String renew = picture + " does not show " + diagram
                + "; draw it again: mvn test -Dtest=PictureTest -Droster.pictures=write";
        assertThat(picture).as(renew).exists();
        assertThat(new Picture(Files.readString(picture)).content()).as(renew).isEqualTo(drawn.content());
    }

    @Test
    void aPictureOfAnotherDiagramIsNoticed() throws IOException {
        String diagram = Files.readString(diagrams().get(0));
        Picture drawn = draw(diagram);
        assertThat(draw(diagram).svg()).as("drawn twice").isEqualTo(drawn.svg());
        assertThat(draw(diagram.replaceFirst("name=\"[^\"]+\">", "name=\"Another name\">"))
                        .content())
                .as("another label")
                .isNotEqualTo(drawn.content());
        assertThat(draw(diagram.replaceFirst("<dc:Bounds x=\"\\d+\"", "<dc:Bounds x=\"77\""))
                        .content())
                .as("moved")
                .isNotEqualTo(drawn.content());
    }

    private static Picture draw(String diagram) {
        Object svg = browser.driver().executeAsyncScript(DRAW, diagram);
        assertThat(svg).asString().contains("<svg");
        return new Picture((String) svg).tidy();
    }
}
