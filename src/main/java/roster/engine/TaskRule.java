package roster.engine;

import java.util.UUID;
import roster.problem.Problem;

/** Asked before a user task is completed through the engine's REST, so that a refusal is told from the store and not as "no authorization". */
public interface TaskRule {

    /** @throws Problem if the caller may not answer this task, or may not know of it */
    void check(UUID task);
}
