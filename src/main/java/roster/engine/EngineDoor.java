package roster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import roster.account.CurrentPerson;
import roster.account.Person;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.problem.Violations;
import roster.workspace.Access;

/**
 * Guards the engine's own REST API: tells the engine who acts, and lets workspace admins do nothing but start our processes, correlate our messages and
 * answer our approvals. Platform operators may do everything, process analysts may read.
 */
public class EngineDoor extends GuardedDoor {

    private static final Pattern START = Pattern.compile("/process-definition/key/([^/]+)/start");
    private static final Set<String> TEXT_TYPES = Set.of("", "String", "Null");
    private static final Set<String> START_FIELDS = Set.of("variables", "businessKey", "withVariablesInReturn");
    private static final Set<String> COMPLETION_FIELDS = Set.of("variables");
    private static final Set<String> MESSAGE_FIELDS = Set.of("messageName", "businessKey", "resultEnabled");

    private final IdentityService identities;
    private final CurrentPerson current;
    private final Access access;
    private final List<OpenDoor> open;
    private final MessageRule messages;
    private final ObjectMapper json;

    public EngineDoor(
            IdentityService identities,
            CurrentPerson current,
            Access access,
            List<OpenDoor> open,
            MessageRule messages,
            TaskRule tasks,
            ObjectMapper json) {
        super(identities, tasks, json);
        this.identities = identities;
        this.current = current;
        this.access = access;
        this.open = open;
        this.messages = messages;
        this.json = json;
    }

    @Override
    void leave() {
        identities.clearAuthentication();
    }

    @Override
    void enter(ReadableRequest request) {
        Person person = current.require();
        var workspaces = access.administered().stream().map(Object::toString).toList();
        String path = request.getRequestURI().substring(request.getContextPath().length() + "/engine-rest".length());
        boolean posts = request.getMethod().equals("POST");
        boolean isMessage = posts && path.equals("/message");
        boolean isStart = posts && isOurs(START.matcher(path));
        Optional<UUID> task = posts ? TaskCompletion.task(path) : Optional.empty();
        JsonNode body =
                isMessage || path.endsWith("/start") || task.isPresent() ? request.json(json) : json.createObjectNode();
        boolean isOurMessage = isMessage && isOurs(body);
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!person.operator() && !(person.analyst() && reads)) {
            boolean allowed = (isStart && hasOnly(body, START_FIELDS))
                    || isOurMessage
                    || (task.isPresent() && hasOnly(body, COMPLETION_FIELDS));
            if (workspaces.isEmpty() || !allowed) {
                throw Problem.of(
                        ProblemType.NOT_ALLOWED,
                        "Workspace admins may start Roster's processes, correlate their messages and answer their approvals here, nothing else.");
            }
        }
        if (isStart) {
            requireTexts(body.path("variables"));
        }
        if (isOurMessage) {
            DoorCheck.set(
                    identities,
                    () -> messages.check(
                            body.path("messageName").asText(),
                            body.path("businessKey").asText()));
        }
        task.ifPresent(id -> complete(id, body));
        identities.setAuthentication(person.userId(), groups(person, workspaces), workspaces);
    }

    private static List<String> groups(Person person, List<String> workspaces) {
        var groups = new ArrayList<String>();
        Stream.of(EngineGroup.values())
                .filter(group -> group.includes(person))
                .forEach(group -> groups.add(group.id()));
        if (!workspaces.isEmpty()) {
            groups.add(EngineGroup.WORKSPACE_ADMIN.id());
        }
        return groups;
    }

    /** The engine would take a number for its digits, and would make an object of whatever class the caller names. */
    private static void requireTexts(JsonNode variables) {
        var violations = new Violations();
        variables.properties().forEach(variable -> {
            JsonNode value = variable.getValue().path("value");
            boolean isText = value.isTextual() || value.isNull() || value.isMissingNode();
            if (!isText || !TEXT_TYPES.contains(variable.getValue().path("type").asText(""))) {
                violations.add(variable.getKey(), "must be a text");
            }
        });
        violations.throwIfAny();
    }

    private boolean isOurs(Matcher start) {
        return start.matches()
                && open.stream().anyMatch(door -> door.processes().contains(start.group(1)));
    }

    private boolean isOurs(JsonNode body) {
        String message = body.path("messageName").asText();
        return hasOnly(body, MESSAGE_FIELDS)
                && open.stream().anyMatch(door -> door.messages().contains(message));
    }

    private static boolean hasOnly(JsonNode body, Set<String> fields) {
        return body.isObject() && body.properties().stream().allMatch(field -> fields.contains(field.getKey()));
    }
}
