package roster.engine;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** What each group may do inside the engine. */
@Component
class EngineGrants implements InitializingBean {

    private static final List<Resource> WATCHED = List.of(
            Resources.PROCESS_INSTANCE,
            Resources.TASK,
            Resources.DEPLOYMENT,
            Resources.BATCH,
            Resources.DECISION_DEFINITION);

    private static final String APPROVALS = "Approvals";

    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final List<OpenDoor> open;

    EngineGrants(AuthorizationService authorizations, FilterService filters, TaskService tasks, List<OpenDoor> open) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.open = open;
    }

    @Override
    public void afterPropertiesSet() {
        for (Resource resource : Resources.values()) {
            grant(EngineGroup.PLATFORM_OPERATOR, resource, Authorization.ANY, Permissions.ALL);
        }
        for (Resource resource : WATCHED) {
            grant(EngineGroup.PROCESS_ANALYST, resource, Authorization.ANY, Permissions.READ);
        }
        grant(
                EngineGroup.PROCESS_ANALYST,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                Permissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY);
        grant(EngineGroup.PROCESS_ANALYST, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        open.stream()
                .flatMap(door -> door.processes().stream())
                .forEach(process -> grant(
                        EngineGroup.WORKSPACE_ADMIN,
                        Resources.PROCESS_DEFINITION,
                        process,
                        Permissions.READ,
                        ProcessDefinitionPermissions.CREATE_INSTANCE,
                        ProcessDefinitionPermissions.UPDATE_INSTANCE));
        grant(EngineGroup.WORKSPACE_ADMIN, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
        grant(EngineGroup.WORKSPACE_ADMIN, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(EngineGroup.WORKSPACE_ADMIN, Resources.FILTER, approvals(), Permissions.READ);
    }

    /** The list in Tasklist: every task that the person may work on, which the engine knows for each task. */
    private String approvals() {
        Filter known = filters.createTaskFilterQuery().filterName(APPROVALS).singleResult();
        return known != null
                ? known.getId()
                : filters.saveFilter(filters.newTaskFilter(APPROVALS)
                                .setQuery(tasks.createTaskQuery()
                                        .orderByTaskCreateTime()
                                        .asc()))
                        .getId();
    }

    private void grant(EngineGroup group, Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group.id())
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group.id());
            grant.setResource(resource);
            grant.setResourceId(id);
        }
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
