package roster.diagram;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import roster.check.Finding;
import roster.problem.FieldError;
import roster.problem.Problem;
import roster.problem.ProblemType;

/** The refusal of a deployment, which names everything that is wrong with its diagrams. */
public final class DiagramRefused {

    private DiagramRefused() {}

    /** @throws Problem DIAGRAM_REFUSED, if anything is wrong */
    static void ifAny(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw Problem.of(ProblemType.DIAGRAM_REFUSED, text(findings), errors(findings));
        }
    }

    private static String text(List<Finding> findings) {
        Map<String, List<String>> messages = findings.stream()
                .collect(Collectors.groupingBy(
                        Finding::diagram, TreeMap::new, Collectors.mapping(Finding::message, Collectors.toList())));
        return messages.entrySet().stream()
                .map(diagram -> "The diagram " + diagram.getKey() + " cannot be used:\n  "
                        + String.join("\n  ", diagram.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** Each by its element, or else by its file. */
    public static List<FieldError> errors(List<Finding> findings) {
        return findings.stream().map(DiagramRefused::error).toList();
    }

    private static FieldError error(Finding finding) {
        return new FieldError(Objects.requireNonNullElse(finding.element(), finding.diagram()), finding.message());
    }
}
