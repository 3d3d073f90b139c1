package roster.diagram;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.util.StringUtil;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import roster.check.Checked;
import roster.check.DiagramCheck;
import roster.check.Finding;

/** Every deployment passes here before the engine takes it, through whichever door it comes: at start-up, our API, the engine's REST, Cockpit. */
@Component
class DeploymentCheck implements Deployer {

    private static final Set<String> PICTURES = Set.of("png", "jpg", "gif", "svg");

    private final DiagramCheck check;
    private final ObjectProvider<StandingInstances> standing;

    /** @param standing asks the engine, which this is a part of and so is there later */
    DeploymentCheck(DiagramCheck check, ObjectProvider<StandingInstances> standing) {
        this.check = check;
        this.standing = standing;
    }

    /** What was deployed before comes here again whenever the engine loads it, and is not checked again. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            List<Checked> checked = deployment.getResources().values().stream()
                    .map(resource -> check(resource.getName(), resource.getBytes()))
                    .toList();
            DiagramRefused.ifAny(Stream.of(
                            checked.stream().flatMap(one -> one.findings().stream()),
                            twice(checked),
                            forOneWorkspace(deployment))
                    .flatMap(findings -> findings)
                    .toList());
        }
    }

    /** Runs within one of the engine's commands. */
    Checked check(String resource, byte[] content) {
        if (StringUtil.hasAnySuffix(resource, BpmnDeployer.BPMN_RESOURCE_SUFFIXES)) {
            Checked checked = check.check(resource, content);
            return checked.findings().isEmpty()
                    ? checked.with(checked.model().stream()
                            .flatMap(model -> Stream.concat(
                                    EngineParse.findings(resource, content, model).stream(),
                                    abandoned(resource, model))))
                    : checked;
        }
        String ending =
                String.valueOf(StringUtils.getFilenameExtension(resource)).toLowerCase(Locale.ROOT);
        return new Checked(
                resource,
                PICTURES.contains(ending)
                        ? List.of()
                        : List.of(Finding.of(
                                resource, "it is neither a diagram (*.bpmn) nor a picture of one; leave it out")),
                Optional.empty());
    }

    private Stream<Finding> abandoned(String resource, BpmnModelInstance model) {
        return standing.getObject().abandonedBy(resource, model);
    }

    private static Stream<Finding> twice(List<Checked> checked) {
        var seen = new HashSet<String>();
        return checked.stream()
                .flatMap(diagram -> diagram.processes().stream()
                        .filter(process -> !seen.add(process))
                        .map(process -> new Finding(
                                diagram.name(),
                                process,
                                process,
                                "the process " + process + " is in another diagram as well; leave one of them out")));
    }

    private static Stream<Finding> forOneWorkspace(DeploymentEntity deployment) {
        return deployment.getTenantId() == null
                ? Stream.empty()
                : deployment.getResources().keySet().stream()
                        .map(resource -> Finding.of(
                                resource,
                                "it is for one workspace alone; diagrams are for all, so leave the tenant out"));
    }
}
