package roster.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody is beside their memberships. */
public enum Group {
    /** Runs the platform: onboards workspaces, rolls out diagrams, may do everything in the engine. */
    @JsonProperty("platform-operator")
    PLATFORM_OPERATOR,
    /** Reads everything in Cockpit, of all workspaces, and changes nothing. */
    @JsonProperty("process-analyst")
    PROCESS_ANALYST
}
