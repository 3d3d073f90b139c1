package roster.engine;

import java.util.Locale;
import roster.account.Person;

/** The groups that the engine's authorizations are granted to. */
enum EngineGroup {
    /** Everything. */
    PLATFORM_OPERATOR,
    /** Reads everything in Cockpit. */
    PROCESS_ANALYST,
    /** Starts the processes of the own workspaces and correlates their messages. */
    WORKSPACE_ADMIN;

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Workspace admins are left out: their group is a matter of the workspace at hand, and Cockpit is not for them. */
    boolean includes(Person person) {
        return (this == PLATFORM_OPERATOR && person.operator()) || (this == PROCESS_ANALYST && person.analyst());
    }
}
