package roster.check;

import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A file of BPMN as the rules look at it. */
public final class Diagram {

    /** What is drawn or listed; anything else, such as a listener, is a property of one of these. */
    private static final Pattern DRAWN =
            Pattern.compile("(?i).*(task|event|gateway|flow|process|message|activity|transaction|participant)");

    private final String name;
    private final BpmnModelInstance model;

    private Diagram(String name, BpmnModelInstance model) {
        this.name = name;
        this.model = model;
    }

    /** @throws org.camunda.bpm.model.xml.ModelException if it is no BPMN 2.0 */
    static Diagram read(String name, byte[] bpmn) {
        return new Diagram(name, Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn)));
    }

    String name() {
        return name;
    }

    BpmnModelInstance model() {
        return model;
    }

    Stream<Process> processes() {
        return model.getModelElementsByType(Process.class).stream();
    }

    /** How each process goes. */
    Stream<Flow> flows() {
        return processes().map(Flow::new);
    }

    /** How one process goes, if it is in this file. */
    Stream<Flow> flow(String process) {
        return processes().filter(found -> process.equals(found.getId())).map(Flow::new);
    }

    /** Each element of the file, in its order. */
    Stream<Element> elements() {
        var elements = ((Document) model.getDocument().getDomSource().getNode()).getElementsByTagNameNS("*", "*");
        return IntStream.range(0, elements.getLength()).mapToObj(elements::item).map(Element.class::cast);
    }

    /** @param objection the rest of a sentence that begins with the label of the element, or of the one that it is a property of */
    Finding finding(Element element, String objection) {
        return DRAWN.matcher(element.getLocalName()).matches() || !(element.getParentNode() instanceof Element owner)
                ? finding(element.getAttribute("id"), objection)
                : finding(owner, objection);
    }

    /** @param objection the rest of a sentence that begins with the label of the element */
    Finding finding(BaseElement element, String objection) {
        return finding(element.getId(), objection);
    }

    /** About the file as a whole. */
    Finding finding(String objection) {
        return Finding.of(name, objection);
    }

    private Finding finding(String id, String objection) {
        return Finding.of(name, id, Names.of(model.getModelElementById(id), id), objection);
    }
}
