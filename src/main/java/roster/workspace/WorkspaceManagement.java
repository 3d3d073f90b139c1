package roster.workspace;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import roster.problem.Name;
import roster.problem.Problem;
import roster.problem.Violations;

/** The door to workspaces and their mini programs. */
@Component
@Transactional
public class WorkspaceManagement {

    private final Workspaces workspaces;
    private final MiniPrograms miniPrograms;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WorkspaceManagement(
            Workspaces workspaces,
            MiniPrograms miniPrograms,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.workspaces = workspaces;
        this.miniPrograms = miniPrograms;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** Onboards a workspace and has its first admin invited; for platform operators. */
    public Workspace open(
            @Nullable String name,
            @Nullable String type,
            @Nullable String adminName,
            @Nullable String adminEmail,
            @Nullable String adminLanguage) {
        access.requireOperator();
        var violations = new Violations();
        String checkedName = Name.check("name", name, violations);
        List<WorkspaceType> types = Arrays.stream(WorkspaceType.values())
                .filter(each -> each.name().equals(type))
                .toList();
        if (types.isEmpty()) {
            violations.add(
                    "type",
                    "must be one of "
                            + Arrays.stream(WorkspaceType.values())
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", ")));
        }
        violations.throwIfAny();
        Workspace opened = workspaces.save(Workspace.open(checkedName, types.get(0), clock.instant()));
        events.publishEvent(new Workspace.Opened(opened, adminName, adminEmail, adminLanguage));
        return opened;
    }

    /** Closes a workspace and ends its live invitations; for platform operators. */
    public void close(UUID id) {
        access.requireOperator();
        Workspace closed = workspaces.save(require(id).close(clock.instant()));
        events.publishEvent(new Workspace.Closed(closed));
    }

    /** Those that the person belongs to; all of them for platform operators. */
    @Transactional(readOnly = true)
    public List<Workspace> visible() {
        if (access.isOperator()) {
            return workspaces.findByClosedAtIsNullOrderByNameAscIdAsc();
        }
        var own = access.memberships();
        return own.isEmpty() ? List.of() : workspaces.findByIdInAndClosedAtIsNullOrderByNameAscIdAsc(own);
    }

    /** @throws Problem NOT_FOUND if the person does not belong to it */
    @Transactional(readOnly = true)
    public Workspace visible(UUID id) {
        access.requireMember(id);
        return require(id);
    }

    /** For other packages' checks: asks nothing of the caller. */
    @Transactional(readOnly = true)
    public Workspace require(UUID id) {
        return find(id).orElseThrow(() -> Problem.notFound("workspace"));
    }

    /** As above; nothing if it is closed. */
    @Transactional(readOnly = true)
    public Optional<Workspace> find(UUID id) {
        return workspaces.findByIdAndClosedAtIsNull(id);
    }

    /**
     * Keeps the workspace open until the transaction ends: who closes it then meets what was done here.
     *
     * @throws Problem NOT_FOUND if it is closed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Workspace hold(UUID id) {
        return workspaces.findAndHoldByIdAndClosedAtIsNull(id).orElseThrow(() -> Problem.notFound("workspace"));
    }

    /** Keeps the mini programs of the workspace until the transaction ends: who removes one then meets whom it was assigned to here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdMiniPrograms(UUID id) {
        workspaces.findAndHoldByIdAndClosedAtIsNull(id);
    }

    /** Also of a closed one, which its history still speaks of; asks nothing of the caller. */
    @Transactional(readOnly = true)
    public String nameOf(UUID id) {
        return workspaces
                .findById(id)
                .orElseThrow(() -> Problem.notFound("workspace"))
                .name();
    }

    /** Also closed ones, which numbers still speak of; asks nothing of the caller. */
    @Transactional(readOnly = true)
    public List<Workspace> all() {
        return workspaces.findAllByOrderByNameAscIdAsc();
    }

    @Transactional(readOnly = true)
    public boolean isClosed(UUID id) {
        return workspaces.findByIdAndClosedAtIsNull(id).isEmpty();
    }

    /** Those of the given ids that belong to the workspace; asks nothing of the caller. */
    @Transactional(readOnly = true)
    public List<MiniProgram> miniPrograms(UUID workspace, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : miniPrograms.findByWorkspaceAndIdIn(workspace, ids);
    }

    /** As above, the ids alone. */
    @Transactional(readOnly = true)
    public Set<UUID> known(UUID workspace, Collection<UUID> ids) {
        return miniPrograms(workspace, ids).stream().map(MiniProgram::id).collect(Collectors.toSet());
    }

    /** Those that the person may see. */
    @Transactional(readOnly = true)
    public List<MiniProgram> miniPrograms(UUID workspace) {
        visible(workspace);
        var seen = access.miniPrograms(workspace, Permission.MINI_PROGRAM_VIEW);
        return miniPrograms.findByWorkspaceOrderByNameAscIdAsc(workspace).stream()
                .filter(miniProgram -> seen.test(miniProgram.id()))
                .toList();
    }

    /** Adds a mini program. Who creates one without seeing all of them is assigned to it at once. */
    public MiniProgram addMiniProgram(UUID workspace, @Nullable String name) {
        access.require(workspace, Permission.MINI_PROGRAM_CREATE);
        UUID open = require(workspace).id();
        MiniProgram added = miniPrograms.save(new MiniProgram(UUID.randomUUID(), open, Name.require("name", name), 0));
        events.publishEvent(new MiniProgram.Added(added));
        return added;
    }

    /** Removes a mini program; it drops out of every assignment. */
    public void removeMiniProgram(UUID workspace, UUID id) {
        access.require(workspace, Permission.MINI_PROGRAM_DELETE);
        workspaces.lock(workspace);
        var removable = access.miniPrograms(workspace, Permission.MINI_PROGRAM_DELETE);
        MiniProgram removed = miniPrograms
                .findByWorkspaceAndId(workspace, id)
                .filter(found -> removable.test(found.id()))
                .orElseThrow(() -> Problem.notFound("mini program"));
        events.publishEvent(new MiniProgram.Removed(removed));
        miniPrograms.delete(removed);
    }
}
