package roster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;
import roster.problem.Problem;
import roster.problem.ProblemAnswer;

/** A way into the engine that its own library opens: asks our rules first, and refuses as every other door does. */
abstract class GuardedDoor extends OncePerRequestFilter {

    private final IdentityService identities;
    private final TaskRule tasks;
    private final ObjectMapper json;

    GuardedDoor(IdentityService identities, TaskRule tasks, ObjectMapper json) {
        this.identities = identities;
        this.tasks = tasks;
        this.json = json;
    }

    @Override
    protected final void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var readable = new ReadableRequest(request);
            enter(readable);
            chain.doFilter(readable, response);
        } catch (Problem problem) {
            ProblemAnswer.write(problem, response, json);
        } finally {
            DoorCheck.clear();
            leave();
        }
    }

    /** @throws Problem if the caller may not do this here */
    abstract void enter(ReadableRequest request);

    /** Takes back what entering has set. */
    void leave() {}

    /** Lets the engine complete a task if it brings an answer that the caller may give. */
    final void complete(UUID task, JsonNode answer) {
        TaskCompletion.check(answer);
        DoorCheck.set(identities, () -> tasks.check(task));
    }
}
