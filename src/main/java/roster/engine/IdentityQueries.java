package roster.engine;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import roster.account.Person;

/** The engine's queries for people, answered from our accounts; the base classes bring the engine's many criteria and results. */
final class IdentityQueries {

    private IdentityQueries() {}

    static User user(Person person) {
        var user = new UserEntity(person.userId());
        user.setFirstName(person.name());
        user.setLastName("");
        user.setEmail(person.userId());
        return user;
    }

    static Group group(EngineGroup group) {
        var entity = new GroupEntity(group.id());
        entity.setName(group.id());
        return entity;
    }

    static Tenant tenant(UUID workspace) {
        return new TenantEntity(workspace.toString());
    }

    private static CommandExecutor commands() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }

    static final class Users extends UserQueryImpl {

        private static final long serialVersionUID = 1;
        private final transient AccountIdentities accounts;

        Users(AccountIdentities accounts) {
            super(commands());
            this.accounts = accounts;
        }

        @Override
        public List<User> executeList(CommandContext context, @Nullable Page page) {
            String[] ids = getIds() == null ? new String[] {getId()} : getIds();
            return Arrays.stream(ids)
                    .flatMap(id -> accounts.person(id).stream())
                    .map(IdentityQueries::user)
                    .toList();
        }

        @Override
        public long executeCount(CommandContext context) {
            return executeList(context, null).size();
        }
    }

    static final class Groups extends GroupQueryImpl {

        private static final long serialVersionUID = 1;
        private final transient AccountIdentities accounts;

        Groups(AccountIdentities accounts) {
            super(commands());
            this.accounts = accounts;
        }

        @Override
        public List<Group> executeList(CommandContext context, @Nullable Page page) {
            return Arrays.stream(EngineGroup.values())
                    .filter(group -> getId() == null || group.id().equals(getId()))
                    .filter(group -> getUserId() == null
                            || accounts.person(getUserId())
                                    .filter(person -> accounts.includes(group, person))
                                    .isPresent())
                    .map(IdentityQueries::group)
                    .toList();
        }

        @Override
        public long executeCount(CommandContext context) {
            return executeList(context, null).size();
        }
    }

    /** The workspaces of a person, for only they are asked for. */
    static final class Tenants extends TenantQueryImpl {

        private static final long serialVersionUID = 1;
        private final transient AccountIdentities accounts;

        Tenants(AccountIdentities accounts) {
            super(commands());
            this.accounts = accounts;
        }

        @Override
        public List<Tenant> executeList(CommandContext context, @Nullable Page page) {
            return accounts.tenants(getUserId());
        }

        @Override
        public long executeCount(CommandContext context) {
            return executeList(context, null).size();
        }
    }
}
