package roster.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every door answers while the database cannot be reached; whatever was not committed then is gone. */
public final class DatabaseDown {

    private static final Duration SOON = Duration.ofSeconds(5);

    private DatabaseDown() {}

    /** The refusal, if that is why something failed. */
    public static Optional<Problem> in(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isCutOff(sql)) {
                return Optional.of(Problem.later(
                        ProblemType.UNAVAILABLE, "The database does not answer. Try again in a moment.", SOON));
            }
        }
        return Optional.empty();
    }

    /** Class 08 of the SQL states is the connection, 57P a server that goes down or comes up; the pool has no state for either. */
    private static boolean isCutOff(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return failure instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || "Connection is closed".equals(failure.getMessage());
    }
}
