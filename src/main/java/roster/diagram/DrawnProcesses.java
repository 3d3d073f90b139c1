package roster.diagram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;
import roster.check.Names;

/** Reads from deployed diagrams what people see on them. Whether somebody may see it is decided before. */
@Component
public class DrawnProcesses {

    private final RepositoryService repository;

    DrawnProcesses(RepositoryService repository) {
        this.repository = repository;
    }

    /** The newest version of a process. */
    public Optional<DrawnProcess> newest(String key) {
        return versions(key).latestVersion().list().stream().findFirst().map(this::drawn);
    }

    /** What people called an element on the newest version that had it; its id where none is deployed any more. */
    public String label(String key, String element) {
        return versions(key).orderByProcessDefinitionVersion().desc().list().stream()
                .flatMap(version -> Stream.<ModelElementInstance>ofNullable(
                        repository.getBpmnModelInstance(version.getId()).getModelElementById(element)))
                .findFirst()
                .map(found -> Names.of(found, element))
                .orElse(element);
    }

    /** The diagram of a version as it was deployed, in BPMN's XML. */
    public String bpmn(String definition) {
        try (var in = repository.getProcessModel(definition)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private DrawnProcess drawn(ProcessDefinition version) {
        Process process = repository.getBpmnModelInstance(version.getId()).getModelElementById(version.getKey());
        List<DrawnProcess.Element> elements = process.getFlowElements().stream()
                .flatMap(DrawnProcesses::nodes)
                .map(node -> new DrawnProcess.Element(node.getId(), Names.of(node, node.getId())))
                .toList();
        String name = version.getName() == null ? version.getKey() : version.getName();
        return new DrawnProcess(version.getId(), version.getKey(), name, version.getVersion(), elements);
    }

    private static Stream<FlowNode> nodes(FlowElement element) {
        Stream<FlowNode> inside = element instanceof SubProcess parent
                ? parent.getFlowElements().stream().flatMap(DrawnProcesses::nodes)
                : Stream.empty();
        return element instanceof FlowNode node ? Stream.concat(Stream.of(node), inside) : inside;
    }

    /** Diagrams are for all workspaces. */
    private ProcessDefinitionQuery versions(String key) {
        return repository.createProcessDefinitionQuery().withoutTenantId().processDefinitionKey(key);
    }
}
