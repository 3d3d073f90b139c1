package roster.diagram;

import java.io.ByteArrayInputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import roster.check.Checked;
import roster.engine.ActingPerson;

/** Plans the deployment of a diagram, and makes it. Whether somebody may is decided before. */
@Component
class DiagramDeployments {

    /** Beside the folder's, so that the engine does not take one for a duplicate of the other. */
    static final String SOURCE = "api";

    private final DeploymentCheck check;
    private final DeployedDiagrams deployed;
    private final RunningInstances running;
    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final ActingPerson acting;

    DiagramDeployments(
            DeploymentCheck check,
            DeployedDiagrams deployed,
            RunningInstances running,
            ProcessEngine engine,
            ActingPerson acting) {
        this.check = check;
        this.deployed = deployed;
        this.running = running;
        this.repository = engine.getRepositoryService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.acting = acting;
    }

    DiagramDeployment plan(@Nullable String resource, byte[] bpmn) {
        Checked checked = checked(resource == null ? name(bpmn) : resource, bpmn);
        return checked.model()
                .map(model -> plan(checked, model))
                .orElseGet(() -> new DiagramDeployment(false, checked.findings(), List.of(), List.of(), List.of()));
    }

    /** @throws roster.problem.Problem DIAGRAM_REFUSED */
    DiagramDeployment make(@Nullable String resource, byte[] bpmn) {
        DiagramDeployment plan = plan(resource, bpmn);
        DiagramRefused.ifAny(plan.findings());
        return plan.changes().isEmpty() ? plan : plan.deployed(deploy(resource == null ? name(bpmn) : resource, bpmn));
    }

    private DiagramDeployment plan(Checked checked, BpmnModelInstance model) {
        Set<String> processes = checked.processes();
        Map<String, BpmnModelInstance> now = processes.stream()
                .flatMap(process -> deployed.newest(process).stream())
                .collect(Collectors.toMap(definition -> definition.getKey(), deployed::model));
        return new DiagramDeployment(
                false, checked.findings(), Comparison.changes(model, now), running.of(processes), List.of());
    }

    private Checked checked(String resource, byte[] bpmn) {
        return engine.getCommandExecutorTxRequired().execute(command -> check.check(resource, bpmn));
    }

    /** That of the deployed diagram with the same process. */
    private String name(byte[] bpmn) {
        Set<String> processes = checked("diagram.bpmn", bpmn).processes();
        return processes.stream()
                .flatMap(process -> deployed.newest(process).stream())
                .map(definition -> definition.getResourceName())
                .findFirst()
                .orElseGet(() -> processes.stream().findFirst().orElse("diagram") + ".bpmn");
    }

    private List<DiagramDeployment.Version> deploy(String resource, byte[] bpmn) {
        var deployment = repository
                .createDeployment()
                .name("roster")
                .source(SOURCE)
                .addInputStream(resource, new ByteArrayInputStream(bpmn));
        return acting.in(deployment::deployWithResult).getDeployedProcessDefinitions().stream()
                .map(definition -> new DiagramDeployment.Version(definition.getKey(), definition.getVersion()))
                .sorted(Comparator.comparing(DiagramDeployment.Version::key))
                .toList();
    }
}
