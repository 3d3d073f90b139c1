package roster.engine;

import java.util.Locale;

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
}
