package roster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.util.UriUtils;
import roster.account.CurrentPerson;
import roster.account.Person;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.workspace.Access;

/**
 * Guards the engine's web application: lets workspace admins into Tasklist, where they answer the approvals of their workspaces, and into nothing else.
 * Which tasks those are, the engine tells by their tenant. For platform operators and process analysts the engine's own grants decide.
 */
public class TasklistDoor extends GuardedDoor {

    private static final Set<String> READ_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String ENGINE = "/api/engine/engine/[^/]+";

    /** What the page loads, and what it reads of a task and its filter. */
    private static final Pattern READ = Pattern.compile("/(?:app/tasklist|lib|assets)(?:/.*)?|/favicon.ico"
            + "|/api/engine/engine/"
            + "|/api/admin/auth/user/[^/]+"
            + "|/api/tasklist/plugin/[^/]+/static/.*"
            + "|" + ENGINE + "/(?:version|task(?:/count)?|authorization/check)"
            + "|" + ENGINE + "/task/[^/]+(?:/(?:form|rendered-form|form-variables|identity-links|comment|attachment))?"
            + "|" + ENGINE + "/filter(?:/count|/[^/]+(?:/(?:list|count))?)?"
            + "|" + ENGINE + "/process-definition/[^/]+(?:/xml)?");

    /** Lists by a filter, gives a task back, and leaves. */
    private static final Pattern OTHER_POSTS = Pattern.compile(ENGINE + "/filter/[^/]+/(?:list|count)"
            + "|" + ENGINE + "/task/[^/]+/unclaim"
            + "|/api/admin/auth/user/[^/]+/logout");

    private static final Pattern PROFILE = Pattern.compile(ENGINE + "/user/([^/]+)/profile");
    private static final Pattern CLAIM = Pattern.compile(ENGINE + "/task/[^/]+/claim");
    private static final Pattern IN_ENGINE = Pattern.compile(ENGINE);

    private final CurrentPerson current;
    private final Access access;
    private final ObjectMapper json;

    public TasklistDoor(
            IdentityService identities, CurrentPerson current, Access access, TaskRule tasks, ObjectMapper json) {
        super(identities, tasks, json);
        this.current = current;
        this.access = access;
        this.json = json;
    }

    @Override
    void enter(ReadableRequest request) {
        Person person = current.require();
        String path = request.getRequestURI().substring(request.getContextPath().length() + "/camunda".length());
        boolean posts = request.getMethod().equals("POST");
        Optional<UUID> task = posts ? completed(path) : Optional.empty();
        task.ifPresent(id -> complete(id, request.json(json)));
        if (!person.operator() && !person.analyst()) {
            boolean reads = READ_METHODS.contains(request.getMethod())
                    && (READ.matcher(path).matches() || isOwnProfile(person, path));
            boolean acts = posts
                    && (task.isPresent() || OTHER_POSTS.matcher(path).matches() || isOwnClaim(person, path, request));
            if (access.administered().isEmpty() || !(reads || acts)) {
                throw Problem.of(
                        ProblemType.NOT_ALLOWED,
                        "Workspace admins may answer the approvals of their workspaces in Tasklist, nothing else.");
            }
        }
    }

    private static Optional<UUID> completed(String path) {
        Matcher inEngine = IN_ENGINE.matcher(path);
        return inEngine.lookingAt() ? TaskCompletion.task(path.substring(inEngine.end())) : Optional.empty();
    }

    private static boolean isOwnProfile(Person person, String path) {
        Matcher profile = PROFILE.matcher(path);
        return profile.matches()
                && UriUtils.decode(profile.group(1), StandardCharsets.UTF_8).equals(person.userId());
    }

    /** For oneself, not for others. */
    private boolean isOwnClaim(Person person, String path, ReadableRequest request) {
        if (!CLAIM.matcher(path).matches()) {
            return false;
        }
        JsonNode body = request.json(json);
        return body.path("userId").asText().equals(person.userId());
    }
}
