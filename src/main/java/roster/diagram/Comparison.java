package roster.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import roster.check.Names;
import roster.diagram.Change.Kind;

/** What is different in a diagram from what is deployed, in words for people who draw. */
final class Comparison {

    private final BpmnModelInstance newer;
    private final List<Change> changes = new ArrayList<>();

    private Comparison(BpmnModelInstance newer) {
        this.newer = newer;
    }

    /** @param deployed the diagram of the newest version of each process by key, where there is one */
    static List<Change> changes(BpmnModelInstance newer, Map<String, BpmnModelInstance> deployed) {
        var comparison = new Comparison(newer);
        newer.getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .forEach(process -> comparison.compare(process, deployed.get(process.getId())));
        deployed.values().forEach(comparison::findLost);
        if (comparison.changes.isEmpty()) {
            deployed.values().stream().findFirst().ifPresent(comparison::compareDrawing);
        }
        return List.copyOf(comparison.changes);
    }

    private void compare(Process process, @Nullable BpmnModelInstance deployed) {
        String key = process.getId();
        if (deployed == null) {
            add(key, process, Kind.ADDED, "the process " + Trait.label(process) + " is new");
            return;
        }
        Map<String, BaseElement> before = elements(deployed, key);
        Map<String, BaseElement> after = elements(newer, key);
        after.forEach((id, element) -> Optional.ofNullable(before.get(id))
                .ifPresentOrElse(
                        old -> compare(key, old, element),
                        () -> add(key, element, Kind.ADDED, Trait.label(element) + " is new")));
        before.forEach((id, element) -> {
            if (!after.containsKey(id)) {
                add(key, element, Kind.REMOVED, Trait.label(element) + " is gone");
            }
        });
    }

    private void compare(String process, BaseElement old, BaseElement element) {
        int known = changes.size();
        for (Trait trait : Trait.values()) {
            trait.change(old, element).ifPresent(what -> add(process, element, Kind.CHANGED, what));
        }
        if (changes.size() == known && !Content.of(old).equals(Content.of(element))) {
            add(process, element, Kind.CHANGED, "other settings of " + Trait.label(element) + " changed");
        }
    }

    private void findLost(BpmnModelInstance deployed) {
        Set<String> known = elements(newer, null).keySet();
        deployed.getModelElementsByType(Process.class).stream()
                .filter(process -> process.isExecutable() && !known.contains(process.getId()))
                .filter(process ->
                        changes.stream().noneMatch(change -> change.element().equals(process.getId())))
                .forEach(process -> add(
                        process.getId(),
                        process,
                        Kind.REMOVED,
                        "the process " + Trait.label(process)
                                + " is not in this diagram; its deployed version stays in use"));
    }

    private void compareDrawing(BpmnModelInstance deployed) {
        if (!Content.of(deployed).equals(Content.of(newer))) {
            newer.getModelElementsByType(Process.class).stream()
                    .findFirst()
                    .ifPresent(process -> add(process.getId(), process, Kind.CHANGED, "only the drawing was changed"));
        }
    }

    private void add(String process, BaseElement element, Kind kind, String what) {
        changes.add(new Change(process, element.getId(), Names.of(element, element.getId()), kind, what));
    }

    /** The process and what flows in it, by id. */
    private static Map<String, BaseElement> elements(BpmnModelInstance model, @Nullable String key) {
        var elements = new LinkedHashMap<String, BaseElement>();
        model.getModelElementsByType(Process.class).stream()
                .filter(process -> key == null || key.equals(process.getId()))
                .forEach(process -> elements.put(process.getId(), process));
        model.getModelElementsByType(FlowElement.class).stream()
                .filter(element -> key == null || key.equals(process(element)))
                .forEach(element -> elements.put(element.getId(), element));
        return elements;
    }

    private static String process(ModelElementInstance element) {
        return element instanceof Process process ? process.getId() : process(element.getParentElement());
    }
}
