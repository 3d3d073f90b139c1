package roster.diagram;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import roster.check.Finding;
import roster.check.Names;

/** What the engine itself says of a diagram: it reads it as for a deployment, and forgets it again. Runs within one of the engine's commands. */
final class EngineParse {

    private static final Logger LOG = LoggerFactory.getLogger(EngineParse.class);

    private EngineParse() {}

    static List<Finding> findings(String diagram, byte[] bpmn, BpmnModelInstance model) {
        try {
            engine().getBpmnParser()
                    .createParse()
                    .sourceInputStream(new ByteArrayInputStream(bpmn))
                    .deployment(new DeploymentEntity())
                    .name(diagram)
                    .execute();
            return List.of();
        } catch (ParseException refused) {
            return refused.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .map(error -> finding(diagram, model, error))
                    .toList();
        } catch (RuntimeException tripped) {
            LOG.info("The engine cannot read {}", diagram, tripped);
            return List.of(Finding.of(diagram, "the engine cannot read it; Roster's log says why"));
        }
    }

    private static BpmnDeployer engine() {
        return Context.getProcessEngineConfiguration().getDeployers().stream()
                .flatMap(deployer -> deployer instanceof BpmnDeployer bpmn ? Stream.of(bpmn) : Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    private static Finding finding(String diagram, BpmnModelInstance model, Problem error) {
        String id = error.getMainElementId();
        return id == null
                ? Finding.of(diagram, "the engine refuses it: " + error.getMessage())
                : Finding.of(
                        diagram,
                        id,
                        Names.of(model.getModelElementById(id), id),
                        "is refused by the engine: " + error.getMessage());
    }
}
