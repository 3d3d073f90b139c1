package roster.workspace;

/** Whether mini programs are assigned together with a role. */
public enum MiniProgramRule {
    /** At least one must be assigned. */
    REQUIRED,
    /** Not asked at the invitation, allowed later. */
    OPTIONAL,
    /** None may be assigned, for the role sees all of them. */
    REFUSED
}
