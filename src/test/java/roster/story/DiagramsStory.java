package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Diagrams are deployed while Roster runs; run on each database. */
abstract class DiagramsStory extends FaultsStory {

    private static final String API = "/api/diagrams";

    @Autowired
    private RepositoryService repository;

    private Set<String> before;

    @BeforeEach
    void remember() {
        before = deployments();
    }

    @AfterEach
    void takeBack() {
        deployments().stream().filter(id -> !before.contains(id)).forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void listsTheNewestVersionOfEachProcess() {
        JsonNode items = get(OPERATOR, API).body().path("items");
        assertThat(items.findValuesAsText("key"))
                .containsExactly("block-member", "delete-member", "invitation", "set-member-role", "unblock-member");
        JsonNode invitation = items.path(2);
        assertThat(invitation.path("name").asText()).isEqualTo("Invitation");
        assertThat(invitation.path("source").asText()).isEqualTo("folder");
        assertThat(invitation.path("resource").asText()).isEqualTo("invitation.bpmn");
    }

    @Test
    void aDryRunTellsTheChangeInWordsAndWhereInstancesStand() {
        Workspace wallet = workspace("TENANT");
        invite(wallet, address(), "WORKSPACE_OPERATOR");
        sendMails();
        Answer planned = send(bpmn(API + "?dryRun=true", longer()));
        assertThat(planned.status()).as(planned.text()).isEqualTo(200);
        assertThat(planned.body().path("deployed").asBoolean()).isFalse();
        assertThat(planned.body().path("findings")).isEmpty();
        assertThat(planned.body().path("changes").findValuesAsText("what"))
                .containsExactly("the timer \"3 days over\" changed from 3 days (P3D) to 5 days (P5D)");
        assertThat(planned.body().path("running").findValuesAsText("label")).contains("Invitation accepted");
        assertThat(version())
                .isEqualTo(get(OPERATOR, API + "/invitation/versions")
                        .body()
                        .at("/items/0/version")
                        .asInt());
    }

    @Test
    void deploysAndRestores() {
        int first = version();
        Answer deployed = send(bpmn(API, longer()));
        assertThat(deployed.status()).as(deployed.text()).isEqualTo(201);
        assertThat(deployed.body().at("/versions/0/key").asText()).isEqualTo("invitation");
        assertThat(version()).isEqualTo(first + 1);
        Answer again = send(bpmn(API, longer()));
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.body().path("deployed").asBoolean()).isFalse();
        JsonNode newest = get(OPERATOR, API + "/invitation/versions").body().at("/items/0");
        assertThat(newest.path("source").asText()).isEqualTo("api");
        assertThat(newest.path("deployedBy").asText()).isEqualTo(OPERATOR.email());
        assertThat(newest.path("resource").asText()).isEqualTo("invitation.bpmn");
        Answer xml = get(OPERATOR, API + "/invitation/versions/" + (first + 1));
        assertThat(xml.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
        assertThat(xml.text()).isEqualTo(longer());

        Answer restored = post(OPERATOR, API + "/invitation/versions/" + first + "/restore", null);
        assertThat(restored.status()).as(restored.text()).isEqualTo(201);
        assertThat(version()).isEqualTo(first + 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE})
    void saysThatAVersionIsNotThere(int version) {
        String path = API + "/invitation/versions/" + version;
        assertThat(get(OPERATOR, path).status()).isEqualTo(404);
        assertThat(post(OPERATOR, path + "/restore", null).status()).isEqualTo(404);
    }

    @Test
    void refusesABrokenDiagramAtEveryDoor() throws IOException {
        String broken = longer().replace("${sendInvitation}", "${sendInvitaton}");
        Answer refused = inVain(400, () -> send(bpmn(API, broken)));
        assertThat(refused.type()).isEqualTo("urn:roster:problem:diagram-refused");
        assertThat(refused.fields()).containsExactly("ServiceTask_SendInvitation");
        for (String path : List.of(API, "/engine-rest/deployment/create")) {
            Answer file = inVain(400, () -> send(multipart(path, "invitation.bpmn", broken)));
            assertThat(file.type()).isEqualTo("urn:roster:problem:diagram-refused");
            assertThat(file.fields()).containsExactly("ServiceTask_SendInvitation");
        }
    }

    /** Each would be taken by the engine, and be found out by whoever invites, answers or is blocked. */
    @Test
    void refusesWhatWouldBreakForWhoUsesIt() throws IOException {
        String shipped = longer();
        String approval = Files.readString(EditedStory.VARIANTS.resolve("approval.bpmn"));
        String member = Files.readString(Path.of("bpmn", "member.bpmn"));
        refuses("BoundaryEvent_ThreeDaysOver", "three days are P3D", shipped.replace("P5D", "${days}"));
        refuses("invitations", "nothing starts", shipped.replace("\"invitation\"", "\"invitations\""));
        refuses(
                "UserTask_Approve",
                "has the condition ${approved}",
                approval.replace("${approved}", "${approved == 'yes'}"));
        refuses("Flow_ToOpen", "way of a refusal", approval.replace("${approved}", "${!approved}"));
        refuses(
                "ServiceTask_BlockMember",
                "belongs to another process",
                member.replace("${blockMember}", "${deleteMember}"));
    }

    private void refuses(String element, String why, String bpmn) {
        Answer refused = inVain(400, () -> send(bpmn(API, bpmn)));
        assertThat(refused.type()).isEqualTo("urn:roster:problem:diagram-refused");
        assertThat(refused.fields()).as(refused.text()).contains(element);
        assertThat(refused.text()).contains(why);
    }

    @Test
    void keepsWhatInstancesStandOn() {
        String renamed = longer().replace("Gateway_InvitationExpired", "Gateway_NoLongerValid");
        Workspace wallet = workspace("TENANT");
        invite(wallet, address(), "WORKSPACE_OPERATOR");
        sendMails();
        wait(Duration.ofDays(4));
        fireTimers();
        for (HttpRequest.Builder deployment :
                List.of(bpmn(API, renamed), multipart("/engine-rest/deployment/create", "invitation.bpmn", renamed))) {
            Answer refused = inVain(400, () -> send(deployment));
            assertThat(refused.fields()).containsExactly("Gateway_InvitationExpired");
            assertThat(refused.text()).contains("is gone, but instances of version " + version() + " stand on it");
        }
    }

    @Test
    void takesAFileAndItsName() {
        Answer deployed = send(multipart(API, "drawn by Ada.bpmn", longer()));
        assertThat(deployed.status()).as(deployed.text()).isEqualTo(201);
        assertThat(get(OPERATOR, API + "/invitation/versions")
                        .body()
                        .at("/items/0/resource")
                        .asText())
                .isEqualTo("drawn by Ada.bpmn");
    }

    private int version() {
        return newestInvitation().getVersion();
    }

    private static String longer() {
        try {
            return Files.readString(Path.of("bpmn", "invitation.bpmn")).replace("P3D", "P5D");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private HttpRequest.Builder bpmn(String path, String bpmn) {
        return request(OPERATOR, path)
                .header("Content-Type", "application/bpmn+xml")
                .POST(BodyPublishers.ofString(bpmn));
    }

    private HttpRequest.Builder multipart(String path, String name, String bpmn) {
        String body = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bpmn + "\r\n--limit--\r\n";
        return request(OPERATOR, path)
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }
}
