package roster.diagram;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import roster.problem.Problem;
import roster.problem.ProblemType;

/** Tells who starts Roster with diagrams that cannot be used what is wrong with them, instead of where in the code it was found. */
class RefusedStart extends AbstractFailureAnalyzer<Problem> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, Problem refusal) {
        return refusal.type() == ProblemType.DIAGRAM_REFUSED
                ? new FailureAnalysis(
                        String.valueOf(refusal.getMessage()),
                        "Mend the diagrams, or let ROSTER_BPMN_DIR name a folder of others.",
                        failure)
                : null;
    }
}
