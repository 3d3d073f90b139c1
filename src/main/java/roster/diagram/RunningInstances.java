package roster.diagram;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.springframework.stereotype.Component;
import roster.check.Names;

/** Where the running instances of processes stand, on whichever version. Whether somebody may know is decided before. */
@Component
public class RunningInstances {

    private static final Comparator<Running> ORDER = Comparator.comparing(Running::process)
            .thenComparing(Running::version)
            .thenComparing(Running::element);

    private final DeployedDiagrams deployed;
    private final ManagementService management;
    private final RepositoryService repository;

    RunningInstances(DeployedDiagrams deployed, ManagementService management, RepositoryService repository) {
        this.deployed = deployed;
        this.management = management;
        this.repository = repository;
    }

    /** @param processes their keys */
    public List<Running> of(Set<String> processes) {
        return deployed.statistics().stream()
                .filter(version -> version.getInstances() > 0 && processes.contains(version.getKey()))
                .flatMap(this::places)
                .sorted(ORDER)
                .toList();
    }

    private Stream<Running> places(ProcessDefinitionStatistics version) {
        var model = repository.getBpmnModelInstance(version.getId());
        return management.createActivityStatisticsQuery(version.getId()).list().stream()
                .map(place -> new Running(
                        version.getKey(),
                        version.getVersion(),
                        place.getId(),
                        Names.of(model.getModelElementById(place.getId()), place.getId()),
                        place.getInstances()));
    }
}
