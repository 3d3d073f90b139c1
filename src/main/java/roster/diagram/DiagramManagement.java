package roster.diagram;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import roster.account.CurrentPerson;
import roster.account.Person;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.workspace.Access;

/** The door to the diagrams while Roster runs: platform operators deploy them, and analysts may look at what is deployed. */
@Component
public class DiagramManagement {

    private final DeployedDiagrams deployed;
    private final RunningInstances running;
    private final DiagramDeployments deployments;
    private final CurrentPerson current;
    private final Access access;

    DiagramManagement(
            DeployedDiagrams deployed,
            RunningInstances running,
            DiagramDeployments deployments,
            CurrentPerson current,
            Access access) {
        this.deployed = deployed;
        this.running = running;
        this.deployments = deployments;
        this.current = current;
        this.access = access;
    }

    /**
     * The newest version of each process by key; its instances are counted over all versions.
     *
     * @throws Problem NOT_ALLOWED
     */
    public List<DiagramVersion> list() {
        requireReader();
        return deployed.newest();
    }

    /**
     * Every version of a process, newest first.
     *
     * @throws Problem NOT_ALLOWED, NOT_FOUND
     */
    public List<DiagramVersion> versions(String key) {
        requireReader();
        List<DiagramVersion> versions = deployed.versions(key);
        if (versions.isEmpty()) {
            throw Problem.notFound("process");
        }
        return versions;
    }

    /**
     * The diagram that brought a version of a process, as it was deployed, in BPMN's XML.
     *
     * @throws Problem NOT_ALLOWED, NOT_FOUND
     */
    public byte[] bpmn(String key, int version) {
        requireReader();
        return deployed.bpmn(find(key, version));
    }

    /**
     * Where the running instances of a process stand, on whichever version.
     *
     * @throws Problem NOT_ALLOWED
     */
    public List<Running> running(String key) {
        requireReader();
        return running.of(Set.of(key));
    }

    /**
     * What deploying a diagram would do.
     *
     * @param resource name of the file; without one it is that of the deployed diagram with the same process
     * @throws Problem NOT_ALLOWED
     */
    public DiagramDeployment check(@Nullable String resource, byte[] bpmn) {
        access.requireOperator();
        return deployments.plan(resource, bpmn);
    }

    /**
     * Deploys a diagram, unless it changes nothing.
     *
     * @param resource name of the file; without one it is that of the deployed diagram with the same process
     * @throws Problem NOT_ALLOWED, and DIAGRAM_REFUSED naming everything that is wrong with it
     */
    public DiagramDeployment deploy(@Nullable String resource, byte[] bpmn) {
        access.requireOperator();
        return deployments.make(resource, bpmn);
    }

    /**
     * What deploying an earlier version again would do.
     *
     * @throws Problem NOT_ALLOWED, NOT_FOUND
     */
    public DiagramDeployment checkRestoring(String key, int version) {
        access.requireOperator();
        ProcessDefinition earlier = find(key, version);
        return deployments.plan(earlier.getResourceName(), deployed.bpmn(earlier));
    }

    /**
     * Deploys the diagram of an earlier version again as the newest, unless it is that already.
     *
     * @throws Problem NOT_ALLOWED, NOT_FOUND, and DIAGRAM_REFUSED naming what today's rules say against it
     */
    public DiagramDeployment restore(String key, int version) {
        access.requireOperator();
        ProcessDefinition earlier = find(key, version);
        return deployments.make(earlier.getResourceName(), deployed.bpmn(earlier));
    }

    private ProcessDefinition find(String key, int version) {
        return deployed.find(key, version).orElseThrow(() -> Problem.notFound("version"));
    }

    private void requireReader() {
        Person person = current.require();
        if (!person.operator() && !person.analyst()) {
            throw Problem.of(
                    ProblemType.NOT_ALLOWED, "Only platform operators and process analysts see what is deployed.");
        }
    }
}
