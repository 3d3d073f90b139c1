package roster.engine;

import roster.problem.Problem;

/** Asked before a message of the engine's REST is correlated, so that a refusal is told from the store and not as "nothing waits for it". */
public interface MessageRule {

    /**
     * @param message the message's name
     * @param businessKey of the process instance
     * @throws Problem if the store forbids it now
     */
    void check(String message, String businessKey);
}
