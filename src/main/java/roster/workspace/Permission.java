package roster.workspace;

import static roster.workspace.Grant.ALL;
import static roster.workspace.Grant.ASSIGNED;
import static roster.workspace.Grant.NO;
import static roster.workspace.Grant.YES;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The permission matrix: what each role may do, in each type of workspace. The {@code member.*} rows guard Roster itself; the others are what the
 * platform's other services ask it. The columns are the roles in the order of {@link WorkspaceType#roles()}: admin, reviewer, developer, operator of
 * a tenant workspace; admin, developer, operator of a developer workspace.
 */
public enum Permission {
    MEMBER_VIEW("member.view", tenant(YES, NO, NO, NO), developer(YES, NO, NO)),
    MEMBER_INVITE("member.invite", tenant(YES, NO, NO, NO), developer(YES, NO, NO)),
    MEMBER_WITHDRAW("member.withdraw", tenant(YES, NO, NO, NO), developer(YES, NO, NO)),
    MEMBER_RESEND("member.resend", tenant(YES, NO, NO, NO), developer(YES, NO, NO)),
    MEMBER_BLOCK("member.block", tenant(YES, NO, NO, NO), developer(YES, NO, NO)),
    MEMBER_UNBLOCK("member.unblock", tenant(YES, NO, NO, NO), developer(YES, NO, NO)),
    MEMBER_DELETE("member.delete", tenant(YES, NO, NO, NO), developer(YES, NO, NO)),
    MEMBER_SET_ROLE("member.set-role", tenant(YES, NO, NO, NO), developer(YES, NO, NO)),

    MINI_PROGRAM_VIEW(
            "mini-program.view", tenant(ALL, ASSIGNED, ASSIGNED, ASSIGNED), developer(ALL, ASSIGNED, ASSIGNED)),
    MINI_PROGRAM_CREATE("mini-program.create", tenant(YES, NO, YES, NO), developer(YES, NO, NO)),
    MINI_PROGRAM_UPLOAD("mini-program.upload", tenant(ALL, NO, ASSIGNED, NO), developer(ALL, ASSIGNED, NO)),
    MINI_PROGRAM_EDIT("mini-program.edit", tenant(ALL, NO, ASSIGNED, NO), developer(ALL, NO, NO)),
    MINI_PROGRAM_CONFIGURE("mini-program.configure", tenant(ALL, NO, ASSIGNED, NO), developer(ALL, NO, NO)),
    MINI_PROGRAM_RELEASE("mini-program.release", tenant(ALL, NO, ASSIGNED, NO), developer(ALL, NO, NO)),
    MINI_PROGRAM_TAKE_OFFLINE("mini-program.take-offline", tenant(ALL, NO, ASSIGNED, NO), developer(ALL, NO, NO)),
    MINI_PROGRAM_DELETE("mini-program.delete", tenant(ALL, NO, ASSIGNED, NO), developer(ALL, NO, NO)),
    MINI_PROGRAM_MANAGE_MEMBERS("mini-program.manage-members", notInTenant(), developer(ALL, NO, NO)),

    FEATURE_MANAGE("feature.manage", tenant(YES, NO, YES, NO), developer(YES, NO, NO)),
    JSAPI_MANAGE("jsapi.manage", tenant(YES, NO, YES, NO), developer(YES, NO, NO)),

    ANALYTICS_VIEW("analytics.view", tenant(ALL, NO, ASSIGNED, ASSIGNED), notInDeveloper()),
    ANALYTICS_VIEW_PERFORMANCE("analytics.view-performance", notInTenant(), developer(ALL, ASSIGNED, NO)),
    ANALYTICS_VIEW_USER_BEHAVIOUR("analytics.view-user-behaviour", notInTenant(), developer(ALL, ASSIGNED, ASSIGNED)),
    ANALYTICS_VIEW_TRANSACTIONS("analytics.view-transactions", notInTenant(), developer(ALL, NO, ASSIGNED)),
    ANALYTICS_VIEW_DAILY_METRICS("analytics.view-daily-metrics", notInTenant(), developer(ALL, NO, ASSIGNED)),
    QUALITY_VIEW("quality.view", tenant(ALL, NO, ASSIGNED, NO), notInDeveloper()),

    APPROVAL_DECIDE("approval.decide", tenant(YES, YES, NO, NO), notInDeveloper()),
    APPROVAL_REQUEST("approval.request", tenant(YES, YES, YES, YES), developer(YES, YES, YES)),
    OPERATION_MANAGE("operation.manage", tenant(YES, NO, NO, YES), developer(YES, NO, YES)),
    OPERATION_VIEW_TEMPLATES("operation.view-templates", tenant(YES, NO, YES, YES), developer(YES, YES, YES)),

    WORKSPACE_VIEW("workspace.view", notInTenant(), developer(YES, NO, NO)),
    WORKSPACE_MANAGE("workspace.manage", tenant(YES, NO, NO, NO), notInDeveloper()),
    DEVELOPER_WORKSPACE_VIEW("developer-workspace.view", tenant(YES, NO, NO, NO), notInDeveloper()),
    DEVELOPER_WORKSPACE_REMOVE("developer-workspace.remove", tenant(YES, NO, NO, NO), notInDeveloper()),
    SETTINGS_MANAGE("settings.manage", tenant(YES, NO, NO, NO), developer(YES, NO, NO)),
    NOTIFICATION_PUBLISH("notification.publish", tenant(YES, NO, NO, NO), notInDeveloper()),
    HISTORY_VIEW("history.view", tenant(YES, NO, NO, NO), developer(YES, NO, NO));

    private final String key;
    private final Map<Role, Grant> grants = new HashMap<>();

    Permission(String key, List<Grant> tenant, List<Grant> developer) {
        this.key = key;
        put(WorkspaceType.TENANT, tenant);
        put(WorkspaceType.DEVELOPER, developer);
    }

    /** The name that other services ask by, such as {@code mini-program.take-offline}. */
    public String key() {
        return key;
    }

    public Grant grantTo(Role role) {
        return grants.getOrDefault(role, NO);
    }

    /** Whether it is given for single mini programs, so that it cannot be asked without one. */
    public boolean isForMiniPrograms() {
        return grants.containsValue(ALL);
    }

    /** Whether it means anything in such a workspace. */
    public boolean isIn(WorkspaceType type) {
        return type.roles().stream().anyMatch(grants::containsKey);
    }

    public static Optional<Permission> of(String key) {
        return Arrays.stream(values())
                .filter(permission -> permission.key.equals(key))
                .findFirst();
    }

    private void put(WorkspaceType type, List<Grant> row) {
        for (int column = 0; column < row.size(); column++) {
            grants.put(type.roles().get(column), row.get(column));
        }
    }

    private static List<Grant> tenant(Grant admin, Grant reviewer, Grant developer, Grant operator) {
        return List.of(admin, reviewer, developer, operator);
    }

    private static List<Grant> developer(Grant admin, Grant developer, Grant operator) {
        return List.of(admin, developer, operator);
    }

    private static List<Grant> notInTenant() {
        return List.of();
    }

    private static List<Grant> notInDeveloper() {
        return List.of();
    }
}
