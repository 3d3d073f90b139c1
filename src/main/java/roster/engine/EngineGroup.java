package roster.engine;

import java.util.Locale;
import roster.account.Person;

/** The groups that the engine's authorizations are granted to. */
enum EngineGroup {
    /** Everything. */
    PLATFORM_OPERATOR,
    /** Reads everything in Cockpit. */
    PROCESS_ANALYST,
    /** Starts the processes of the own workspaces, correlates their messages and answers their approvals. */
    WORKSPACE_ADMIN;

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Workspace admins are left out: an account does not say who is one, the member list does. */
    boolean includes(Person person) {
        return (this == PLATFORM_OPERATOR && person.operator()) || (this == PROCESS_ANALYST && person.analyst());
    }
}
