package roster.workspace;

/** How far a permission reaches for a role. */
public enum Grant {
    /** Not allowed. */
    NO("-"),
    /** Allowed in the workspace. */
    YES("Y"),
    /** Allowed on every mini program of the workspace. */
    ALL("all"),
    /** Allowed on the mini programs that are assigned to the member. */
    ASSIGNED("assigned");

    private final String symbol;

    Grant(String symbol) {
        this.symbol = symbol;
    }

    /** As the permission matrix writes it. */
    public String symbol() {
        return symbol;
    }
}
