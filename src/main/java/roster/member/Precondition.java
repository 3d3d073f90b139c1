package roster.member;

/** What must still be so when a change is made, asked while nobody else can change the row; HTTP's {@code If-Match}. */
@FunctionalInterface
public interface Precondition {

    /** The caller has seen nothing that could be stale. */
    Precondition NONE = () -> {};

    /** @throws roster.problem.Problem STALE, if it is not so any more */
    void check();
}
