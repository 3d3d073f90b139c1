package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;
import org.springframework.test.context.TestPropertySource;
import roster.browser.Browser;

/** Platform operators and analysts at their browsers, with the diagrams. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:story;DB_CLOSE_DELAY=-1")
class EditorTest extends Story {

    private static Browser browser;

    private Visitor visitor;
    private Set<String> before;

    @BeforeAll
    static void open() {
        browser = Browser.open("en");
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void sitDown() {
        visitor = new Visitor(browser, "http://127.0.0.1:" + port);
        before = deployments();
    }

    @AfterEach
    void takeBack() {
        management.createBatchQuery().list().forEach(batch -> management.deleteBatch(batch.getId(), true));
        deployments().stream()
                .filter(id -> !before.contains(id))
                .forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }

    @Test
    void anOperatorEditsADiagramSeesWhatIsWrongAndWhatWouldChangeAndDeploysIt() {
        int first = version();
        invite(workspace("TENANT"), address(), "WORKSPACE_OPERATOR");
        sendMails();
        visitor.signsIn(OPERATOR).visits("/diagrams").follows("Invitation").sees("The drawing keeps to all of them.");
        visitor.sees("Invitation accepted: ").presses("Check").sees("This is the same as the newest version.");

        selects("3 days over");
        opensGroup("general");
        types("name", Keys.DELETE).sees("Element is missing label/name");
        assertThat(marked("BoundaryEvent_ThreeDaysOver")).contains("wrong");
        visitor.shows("editor-finding");
        visitor.presses("Undo").sees("The drawing keeps to all of them.");
        types("name", "5 days over");
        opensGroup("timer");
        types("timerEventDefinitionValue", "five days")
                .sees("The drawing keeps to all of them.")
                .presses("Check")
                .sees("What is wrong");
        visitor.presses("Deploy").seesDialog("Deploy").sees("What is wrong").shows("editor-refused");
        assertThat(browser.driver().findElements(By.cssSelector("#dialog button[type=submit]")))
                .isEmpty();
        visitor.pressesInDialog("Close");

        types("timerEventDefinitionValue", "P5D");
        visitor.sees("The diagram was changed after this check.")
                .presses("Check")
                .sees("changed from 3 days (P3D) to 5 days (P5D)");
        visitor.sees("was called \"3 days over\" before");
        assertThat(visitor.text()).doesNotContain("instead of");
        assertThat(marked("BoundaryEvent_ThreeDaysOver")).contains("changed").doesNotContain("wrong");
        visitor.shows("editor-comparison");
        visitor.presses("Deploy").seesDialog("Deploy").shows("editor-deploy").pressesInDialog("Deploy");
        visitor.sees("The diagram is deployed.").sees("Version " + (first + 1) + ", in use");
        assertThat(version()).isEqualTo(first + 1);

        visitor.follows("Restore: " + first).seesDialog("Restore").pressesInDialog("Restore");
        visitor.sees("Version " + (first + 2) + ", in use");
    }

    @Test
    void anOperatorRollsOutTheNewestVersionAndSeesHowFarItIs() throws IOException {
        invite(workspace("TENANT"), address(), "WORKSPACE_OPERATOR");
        sendMails();
        deployLonger();
        visitor.signsIn(OPERATOR)
                .visits("/diagrams/invitation")
                .sees("There was none yet.")
                .follows("Roll out");
        visitor.seesDialog("Roll out").sees("in the background").chooses("Timers count again by the new diagram");
        visitor.shows("roll-out")
                .pressesInDialog("Roll out")
                .sees("The roll-out has begun.")
                .sees(", running.");
        executeBatches();
        visitor.sees(", done.").sees("Timers count again by the new diagram").shows("rolled-out");
        visitor.follows("Roll out").sees("Nothing is running on a version before");
    }

    @Test
    void anEarlierVersionIsViewedAndRestored() throws IOException {
        int first = version();
        Workspace wallet = workspace("TENANT");
        invite(wallet, address(), "WORKSPACE_OPERATOR");
        sendMails();
        deployLonger();
        visitor.signsIn(OPERATOR).visits("/diagrams").sees("operator@localhost").shows("diagrams");
        visitor.follows("Invitation").sees("Version " + (first + 1) + ", in use");
        visitor.follows("Version " + first).sees("an earlier one").sees("Invitation accepted: ");
        visitor.seesDrawn("CatchEvent_InvitationAccepted").shows("diagram-earlier");
        visitor.follows("Restore: " + first)
                .sees("the timer \"3 days over\" changed from 5 days (P5D) to 3 days (P3D)");
        visitor.shows("restore-diagram");
        visitor.presses("Restore").sees("The earlier version is in use again.");
        visitor.sees("Version " + (first + 2) + ", in use");
        assertThat(version()).isEqualTo(first + 2);
    }

    @Test
    void analystsSeeTheDiagramsAndChangeNothing() {
        visitor.signsIn(analyst()).visits("/diagrams").follows("Block member").sees("Versions");
        visitor.seesDrawn("ServiceTask_BlockMember");
        assertThat(visitor.text()).doesNotContain("Restore");
        visitor.visits("/diagrams/block-member/versions/1/restore").sees("This did not work");
    }

    @Test
    void adminsSeeNoDiagrams() {
        visitor.signsIn(workspace("TENANT").admin()).visits("/");
        assertThat(visitor.text()).doesNotContain("Diagrams");
        visitor.visits("/diagrams").sees("This did not work");
        visitor.visits("/diagrams/invitation").sees("This did not work");
    }

    /** By the keyboard's way, which needs no drawing. */
    private void selects(String element) {
        new Select(browser.driver().findElement(By.id("element"))).selectByVisibleText(element);
    }

    private void opensGroup(String group) {
        browser.driver()
                .findElement(By.cssSelector("[data-group-id=group-" + group + "] .bio-properties-panel-group-header"))
                .click();
    }

    /** Into a field of the panel. */
    private Visitor types(String field, CharSequence text) {
        visitor.overwrites("bio-properties-panel-" + field, text);
        return visitor;
    }

    private String marked(String element) {
        return browser.driver()
                .findElement(By.cssSelector("#canvas .djs-element[data-element-id=" + element + "]"))
                .getDomAttribute("class");
    }

    private void deployLonger() throws IOException {
        String longer = Files.readString(Path.of("bpmn", "invitation.bpmn")).replace("P3D", "P5D");
        send(request(OPERATOR, "/api/diagrams")
                .header("Content-Type", "application/bpmn+xml")
                .POST(BodyPublishers.ofString(longer)));
    }

    private void executeBatches() {
        management.createBatchQuery().list().stream()
                .flatMap(batch -> jobs(batch).stream())
                .forEach(job -> management.executeJob(job.getId()));
    }

    private int version() {
        JsonNode versions = get(OPERATOR, "/api/diagrams/invitation/versions").body();
        return versions.at("/items/0/version").asInt();
    }
}
