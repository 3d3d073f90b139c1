package roster.diagram;

import java.util.List;
import roster.check.Finding;

/**
 * What deploying a diagram does, or would do.
 *
 * @param deployed whether it is in use now
 * @param findings why it cannot be deployed
 * @param changes against what is deployed
 * @param running where instances of its processes stand, which stay on their versions
 * @param versions of its processes, if it was deployed
 */
public record DiagramDeployment(
        boolean deployed, List<Finding> findings, List<Change> changes, List<Running> running, List<Version> versions) {

    /** What a process is deployed as. */
    public record Version(String key, int version) {}

    DiagramDeployment deployed(List<Version> as) {
        return new DiagramDeployment(true, findings, changes, running, as);
    }
}
