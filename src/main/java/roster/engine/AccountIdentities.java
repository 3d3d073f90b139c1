package roster.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;
import roster.account.AccountManagement;
import roster.account.Person;
import roster.account.TooManyAttempts;
import roster.workspace.Access;

/**
 * The engine's users are our accounts, read-only: Cockpit needs no second set of people, and the engine offers nobody to create its first user. Finds
 * people by their id only.
 */
final class AccountIdentities implements ReadOnlyIdentityProvider {

    private final AccountManagement accounts;
    private final Access access;

    AccountIdentities(AccountManagement accounts, Access access) {
        this.accounts = accounts;
        this.access = access;
    }

    Optional<Person> person(@Nullable String userId) {
        return userId == null ? Optional.empty() : accounts.find(userId);
    }

    boolean includes(EngineGroup group, Person person) {
        return group == EngineGroup.WORKSPACE_ADMIN
                ? !access.administered(person.id()).isEmpty()
                : group.includes(person);
    }

    /** Those that the person is an Active admin of. */
    List<Tenant> tenants(@Nullable String userId) {
        return person(userId).stream()
                .flatMap(person -> access.administered(person.id()).stream())
                .map(IdentityQueries::tenant)
                .toList();
    }

    @Override
    public @Nullable User findUserById(String userId) {
        return person(userId).map(IdentityQueries::user).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new IdentityQueries.Users(this);
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return createUserQuery();
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("Users are kept by Roster; the engine cannot query them natively");
    }

    /** Answers as for a wrong password where too many were wrong lately. */
    @Override
    public boolean checkPassword(String userId, String password) {
        try {
            return accounts.signIn(userId, password, null).isPresent();
        } catch (TooManyAttempts refused) {
            return false;
        }
    }

    @Override
    public @Nullable Group findGroupById(String groupId) {
        return List.of(EngineGroup.values()).stream()
                .filter(group -> group.id().equals(groupId))
                .map(IdentityQueries::group)
                .findFirst()
                .orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new IdentityQueries.Groups(this);
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return createGroupQuery();
    }

    @Override
    public @Nullable Tenant findTenantById(String tenantId) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new IdentityQueries.Tenants(this);
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return createTenantQuery();
    }

    @Override
    public void flush() {
        // Read-only
    }

    @Override
    public void close() {
        // Holds nothing open
    }
}
