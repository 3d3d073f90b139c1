package roster.diagram;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A process whose first step checks the request begins with it, at once. */
class BeginsRight implements Rule {

    private final Map<String, String> tasks;

    BeginsRight(List<FirstStep> firstSteps) {
        tasks = firstSteps.stream().collect(Collectors.toMap(FirstStep::process, FirstStep::task));
    }

    @Override
    public Optional<String> objection(Element element) {
        if (!"startEvent".equals(element.getLocalName())
                || !(element.getParentNode() instanceof Element process)
                || !tasks.containsKey(process.getAttribute("id"))) {
            return Optional.empty();
        }
        String expression = "${" + tasks.get(process.getAttribute("id")) + "}";
        boolean right = children(process).stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(element.getAttribute("id")))
                .allMatch(flow -> children(process).stream()
                        .filter(step -> step.getAttribute("id").equals(flow.getAttribute("targetRef")))
                        .anyMatch(step ->
                                Extension.attribute(step, "delegateExpression").equals(expression)
                                        && !waits(step, "asyncBefore")));
        return right && !waits(element, "asyncAfter")
                ? Optional.empty()
                : Optional.of("must lead straight to the task " + expression
                        + ", without waiting; put other steps behind it");
    }

    private static boolean waits(Element step, String how) {
        return Extension.attribute(step, how).equals("true");
    }

    private static List<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
