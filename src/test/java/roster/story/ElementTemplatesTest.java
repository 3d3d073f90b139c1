package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import roster.engine.TaskBeans;

/** What business picks in the Modeler is what Roster knows, and the diagrams are drawn with it. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:story;DB_CLOSE_DELAY=-1")
class ElementTemplatesTest extends Story {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Path TEMPLATES = Path.of("bpmn", ".camunda", "element-templates");

    @Autowired
    private TaskBeans beans;

    static List<Path> diagrams() {
        return Stream.of(Path.of("bpmn"), Path.of("src/test/resources/bpmn/variants"))
                .flatMap(folder -> files(folder, ".bpmn"))
                .toList();
    }

    @Test
    void everyTaskHasATemplateAndEveryTemplateItsTask() {
        assertThat(templates().values().stream()
                        .flatMap(template -> hidden(template).entrySet().stream())
                        .filter(property -> property.getKey().equals("camunda:delegateExpression"))
                        .map(Map.Entry::getValue))
                .containsExactlyInAnyOrderElementsOf(
                        beans.names().stream().map(name -> "${" + name + "}").toList());
    }

    @Test
    void aTemplateShowsNothingButTheNameToChange() {
        assertThat(templates().values())
                .allSatisfy(template -> assertThat(template.path("properties"))
                        .filteredOn(property -> !property.path("type").asText().equals("Hidden"))
                        .singleElement()
                        .satisfies(property -> assertThat(
                                        property.at("/binding/name").asText())
                                .isEqualTo("name")));
        assertThat(templates().values())
                .filteredOn(template -> template.path("entriesVisible").asBoolean())
                .as("the engine's 7 has no binding for the time of a timer")
                .extracting(template -> template.path("id").asText())
                .containsExactly("roster.timer");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void whatADiagramIsMadeOfComesFromTheTemplates(Path diagram) {
        BpmnModelInstance model = Bpmn.readModelFromFile(diagram.toFile());
        Map<String, JsonNode> templates = templates();
        assertThat(templated(model)).isNotEmpty().allSatisfy(element -> {
            JsonNode template = templates.get(element.getAttributeValueNs(CAMUNDA, "modelerTemplate"));
            assertThat(template).as(element.getId()).isNotNull();
            assertThat(template.path("appliesTo"))
                    .extracting(JsonNode::asText)
                    .as(element.getId())
                    .contains("bpmn:" + capital(element.getElementType().getTypeName()));
            hidden(template)
                    .forEach((name, value) -> assertThat(
                                    element.getAttributeValueNs(CAMUNDA, name.replace("camunda:", "")))
                            .as(element.getId())
                            .isEqualTo(value));
            assertThat(message(element))
                    .allMatch(message -> template.path("id").asText().equals("roster." + message));
        });
    }

    private static List<FlowElement> templated(BpmnModelInstance model) {
        return model.getModelElementsByType(FlowElement.class).stream()
                .filter(element -> element instanceof Task
                        || (element instanceof CatchEvent
                                && !element.getChildElementsByType(EventDefinition.class)
                                        .isEmpty()))
                .toList();
    }

    private static List<String> message(ModelElementInstance element) {
        return element.getChildElementsByType(MessageEventDefinition.class).stream()
                .map(definition -> definition.getMessage().getName())
                .toList();
    }

    /** By id. */
    private Map<String, JsonNode> templates() {
        return files(TEMPLATES, ".json")
                .flatMap(file -> StreamSupport.stream(read(file).spliterator(), false))
                .collect(Collectors.toMap(template -> template.path("id").asText(), Function.identity()));
    }

    private JsonNode read(Path file) {
        try {
            return json.readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a template sets and does not show. */
    private static Map<String, String> hidden(JsonNode template) {
        return StreamSupport.stream(template.path("properties").spliterator(), false)
                .filter(property -> property.path("type").asText().equals("Hidden"))
                .collect(Collectors.toMap(
                        property -> property.at("/binding/name").asText(),
                        property -> property.path("value").asText()));
    }

    private static String capital(String type) {
        return type.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + type.substring(1);
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
