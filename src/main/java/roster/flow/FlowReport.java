package roster.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import roster.account.CurrentPerson;
import roster.account.Person;
import roster.diagram.DrawnProcess;
import roster.diagram.DrawnProcesses;
import roster.engine.OpenDoor;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.workspace.Access;
import roster.workspace.Permission;
import roster.workspace.Workspace;
import roster.workspace.WorkspaceManagement;

/** The door to the numbers: analysts and operators see them of all workspaces, admins of their own. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class FlowReport {

    private final ElementCounts elements;
    private final InvitationFigures invitations;
    private final DrawnProcesses drawn;
    private final Set<String> processes;
    private final CurrentPerson current;
    private final Access access;
    private final WorkspaceManagement workspaces;
    private final Clock clock;

    FlowReport(
            ElementCounts elements,
            InvitationFigures invitations,
            DrawnProcesses drawn,
            List<OpenDoor> doors,
            CurrentPerson current,
            Access access,
            WorkspaceManagement workspaces,
            Clock clock) {
        this.elements = elements;
        this.invitations = invitations;
        this.drawn = drawn;
        this.processes =
                doors.stream().flatMap(door -> door.processes().stream()).collect(Collectors.toSet());
        this.current = current;
        this.access = access;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /**
     * As it is at this moment.
     *
     * @throws Problem NOT_FOUND for another's workspace; NOT_ALLOWED where the caller may not see the numbers; INVALID_INPUT for an unknown process
     */
    public Flow read(FlowQuery query) {
        DrawnProcess process = process(query.process(), query.workspace());
        Instant now = clock.instant();
        Map<String, ElementCount> counts = new TreeMap<>(elements.of(query));
        List<Flow.Element> present = process.elements().stream()
                .map(each -> element(each.id(), each.label(), counts.remove(each.id())))
                .toList();
        List<Flow.Element> former = counts.entrySet().stream()
                .map(each -> element(each.getKey(), drawn.label(process.key(), each.getKey()), each.getValue()))
                .toList();
        return new Flow(
                process.key(),
                process.version(),
                query.from(),
                query.to(),
                now,
                query.isOfInvitations() ? invitations.of(query, now) : null,
                present,
                former);
    }

    /**
     * The newest version of a process, whose elements are counted.
     *
     * @throws Problem as {@link #read}
     */
    public DrawnProcess process(String key, @Nullable UUID workspace) {
        requireReader(workspace);
        if (!processes.contains(key)) {
            String known = processes.stream().sorted().collect(Collectors.joining(", "));
            throw Problem.invalid("process", "must be one of " + known);
        }
        return drawn.newest(key).orElseThrow(() -> Problem.notFound("diagram"));
    }

    /**
     * Its diagram in BPMN's XML.
     *
     * @throws Problem as {@link #read}
     */
    public String bpmn(String key, @Nullable UUID workspace) {
        return drawn.bpmn(process(key, workspace).definition());
    }

    /** The newest version of each process that can be counted. */
    public List<DrawnProcess> processes() {
        return processes.stream()
                .sorted()
                .flatMap(key -> drawn.newest(key).stream())
                .toList();
    }

    /** Those to choose from; none for who sees the numbers of their own workspaces alone. */
    public List<Workspace> workspaces() {
        return seesAll() ? workspaces.all() : List.of();
    }

    private boolean seesAll() {
        Person person = current.require();
        return person.operator() || person.analyst();
    }

    private void requireReader(@Nullable UUID workspace) {
        boolean all = seesAll();
        if (workspace == null && !all) {
            throw Problem.of(
                    ProblemType.NOT_ALLOWED,
                    "Only process analysts and platform operators see all workspaces; name one of which you are an admin.");
        }
        if (workspace != null && all) {
            workspaces.nameOf(workspace); // Refuses one that never was
        } else if (workspace != null) {
            access.require(workspace, Permission.MEMBER_VIEW);
        }
    }

    private static Flow.Element element(String id, String label, @Nullable ElementCount count) {
        ElementCount known = count == null ? ElementCount.NONE : count;
        return new Flow.Element(id, label, known.waiting(), known.passed(), known.ended());
    }
}
