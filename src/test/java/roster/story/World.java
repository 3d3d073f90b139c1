package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import roster.story.Story.Answer;
import roster.story.Story.Person;

/** The real Roster that the model is held against: knows the ids, accounts and links that stand behind the numbers and names of the model. */
final class World {

    private static final Pattern LINK = Pattern.compile("https://members\\.example/portal/invitations/(\\S+)");
    private static final String NO_ID = new UUID(0, 0).toString();
    private static final Answer DONE =
            new Answer(200, JsonNodeFactory.instance.objectNode(), "", HttpHeaders.of(Map.of(), (name, value) -> true));

    /** Which mail of which invitation. */
    record Sending(String invitation, int number) {}

    private static final Logger LOG = LoggerFactory.getLogger(World.class);

    private final Story story;
    private final String domain = "@" + UUID.randomUUID() + ".example";
    private final Map<Integer, String> ids = new ConcurrentHashMap<>();
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Sending, String> tokens = new ConcurrentHashMap<>();
    private final List<String> workspaces = new ArrayList<>();

    World(Story story) {
        this.story = story;
    }

    // What stands behind the model's names

    String id(int number) {
        return ids.getOrDefault(number, NO_ID);
    }

    String path(int workspace) {
        return "/api/workspaces/" + id(workspace);
    }

    String link(int row, int sending) {
        return "/api/invitations/" + tokens.getOrDefault(new Sending(id(row), sending), "nonsense");
    }

    boolean hasLink(int row, int sending) {
        return tokens.containsKey(new Sending(id(row), sending));
    }

    String email(String who) {
        return who.equals(Model.OPERATOR) ? Story.OPERATOR.email() : who + domain;
    }

    String who(String email) {
        return email.equals(Story.OPERATOR.email()) ? Model.OPERATOR : email.replace(domain, "");
    }

    Person person(String who) {
        return switch (who) {
            case Model.OPERATOR -> Story.OPERATOR;
            case Model.NOBODY -> Story.NOBODY;
            default -> new Person(email(who), "their-password");
        };
    }

    /** The number behind an id. */
    int number(String id) {
        return Optional.ofNullable(numbers.get(id)).orElseThrow(() -> new AssertionError("Nobody has asked for " + id));
    }

    private void knows(int number, String id) {
        ids.put(number, id);
        numbers.put(id, number);
    }

    List<String> workspaces() {
        return workspaces;
    }

    // What people do

    Answer send(String who, String method, String path, Object body) {
        return story.send(person(who), method, path, body);
    }

    Answer open(int number, String who, String type, String admin) {
        var body = Map.of("name", "Wallet", "type", type, "admin", Map.of("name", admin, "email", email(admin)));
        Answer answer = send(who, "POST", "/api/workspaces", body);
        if (answer.status() == 201) {
            String first = story.jdbc
                    .sql("select cast(id as varchar(36)) from invitation where workspace = ?")
                    .param(UUID.fromString(answer.id()))
                    .query(String.class)
                    .single();
            workspaces.add(answer.id());
            knows(number, answer.id());
            knows(Model.firstRow(number), first);
        }
        return answer;
    }

    Answer invite(
            int number, Door door, String who, int workspace, String name, String role, Set<Integer> miniPrograms) {
        var input = Story.invitation(name, email(name), role, ids(miniPrograms));
        Answer answer = door.invite(story, person(who), id(workspace), input);
        if (answer.status() < 300) {
            knows(number, door.invitation(answer));
        }
        return answer;
    }

    /** In one request. */
    Answer invite(List<Operation.Invite> rows) {
        Operation.Invite first = rows.get(0);
        var invitations = rows.stream()
                .map(row -> Story.invitation(row.email(), email(row.email()), row.role(), ids(row.miniPrograms())))
                .toList();
        String path = path(first.workspace()) + "/invitations:batch";
        Answer answer = send(first.who(), "POST", path, Map.of("invitations", invitations));
        for (JsonNode item : answer.body().path("items")) {
            if (item.path("status").asInt() == 201) {
                knows(
                        rows.get(item.path("row").asInt()).number(),
                        item.path("invitation").path("id").asText());
            }
        }
        return answer;
    }

    Answer act(Door door, String who, int workspace, int row, String action) {
        return door.act(story, person(who), id(workspace), id(row), action);
    }

    Answer accept(String who, int row, int sending) {
        Object body = who.equals(Model.NOBODY) ? Map.of("name", "Somebody", "password", "their-password") : null;
        return send(who, "POST", link(row, sending) + "/acceptance", body);
    }

    Answer change(
            MemberDoor door,
            String who,
            int workspace,
            int row,
            String action,
            String role,
            Set<Integer> miniPrograms) {
        var input = new LinkedHashMap<String, Object>();
        if (action.equals("SET_ROLE")) {
            input.put("role", role);
            input.put("miniPrograms", List.of(ids(miniPrograms)));
        }
        return door.act(story, person(who), id(workspace), id(row), action, input);
    }

    Answer addMiniProgram(int number, String who, int workspace) {
        Answer answer = send(who, "POST", path(workspace) + "/mini-programs", Map.of("name", "Taxi " + number));
        if (answer.status() == 201) {
            knows(number, answer.id());
        }
        return answer;
    }

    private String[] ids(Collection<Integer> numbers) {
        return numbers.stream().map(this::id).toArray(String[]::new);
    }

    // What goes on by itself

    /** Runs what waits or is due, each job once, as the job executor would; where somebody was faster, it is run later or has gone. */
    synchronized Answer runJobs() {
        for (Job job : jobs()) {
            try {
                story.management.executeJob(job.getId());
            } catch (OptimisticLockingException | OptimisticLockingFailureException somebodyWasFaster) {
                LOG.debug("Run later", somebodyWasFaster);
            } catch (ProcessEngineException gone) {
                assertThat(gone).hasMessageContaining("No job found");
            }
        }
        return DONE;
    }

    List<Job> jobs() {
        return story.management
                .createJobQuery()
                .tenantIdIn(workspaces.toArray(String[]::new))
                .executable()
                .list();
    }

    /** Takes the mails out of the inbox; answers to whom they went that have no link in them. */
    List<String> readMails() {
        var notices = new ArrayList<String>();
        for (MimeMessage mail : Story.SMTP.getReceivedMessages()) {
            var found = LINK.matcher(Story.text(mail));
            if (found.find()) {
                String token = found.group(1);
                assertThat(tokens.put(sending(token), token)).as("mailed twice").isNull();
            } else {
                notices.add(who(recipient(mail)));
            }
        }
        purge();
        return notices;
    }

    private static void purge() {
        try {
            Story.SMTP.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException fault) {
            throw new AssertionError(fault);
        }
    }

    private static String recipient(MimeMessage mail) {
        try {
            return ((jakarta.mail.internet.InternetAddress) mail.getAllRecipients()[0]).getAddress();
        } catch (MessagingException fault) {
            throw new AssertionError(fault);
        }
    }

    private static Sending sending(String token) {
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
        return new Sending(new UUID(bytes.getLong(), bytes.getLong()).toString(), bytes.getInt());
    }
}
