package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.springframework.test.context.TestPropertySource;
import roster.browser.Browser;

/** Admins and the people whom they invite, at their browsers. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:story;DB_CLOSE_DELAY=-1")
class ConsoleTest extends Story {

    private static final String LONG = "W".repeat(99) + "é";

    private static Browser first;
    private static Browser second;

    private Visitor ada;
    private Visitor ben;
    private Workspace wallet;
    private String members;

    @BeforeAll
    static void open() {
        first = Browser.open("en");
        second = Browser.open("en");
    }

    @AfterAll
    static void close() {
        first.close();
        second.close();
    }

    @BeforeEach
    void sitDown() {
        ada = new Visitor(first, "http://127.0.0.1:" + port);
        ben = new Visitor(second, "http://127.0.0.1:" + port);
        wallet = workspace("TENANT");
        members = "/workspaces/" + wallet.id() + "/members";
    }

    @Test
    void aMemberIsInvitedJoinsIsBlockedUnblockedChangedDeletedAndInvitedAgain() {
        miniProgram(wallet);
        String address = address();
        ada.signsIn(wallet.admin()).follows("Wallet").sees("Members");

        ada.follows("New Members").types("Name", "Ben").types("Email", address);
        ada.chooses("Workspace Developer").sees("(at least one)");
        ada.presses("Invite").sees("Choose at least one for this role.").shows("new-members-error");
        ada.chooses("Taxi").presses("Invite").sees("The invitation is on its way.");
        ada.seesInRow(address, "Invitation Sent").seesInRow(address, "Taxi").shows("members-invited");
        sendMails();

        ben.visits("/invitations/" + link(address))
                .sees("Join Wallet")
                .sees("Workspace Developer")
                .shows("join");
        ben.types("Name", "Ben Cole")
                .types("Password", "their-password")
                .presses("Join")
                .sees("Welcome");
        ada.seesInRow(address, "Active").seesInRow(address, "Ben Cole"); // Without a reload

        Person person = new Person(address, "their-password");
        ben.signsIn(person).follows("Wallet").sees("Taxi");
        ada.acts("Block", address).sees("can do nothing in the workspace").shows("block");
        ada.presses("Block").sees("The member is blocked.").seesInRow(address, "Inactive");
        ben.visits("/workspaces/" + wallet.id() + "/mini-programs")
                .sees("This did not work")
                .shows("refused");

        ada.acts("Unblock", address).presses("Unblock").sees("The member is unblocked.");
        ben.visits("/workspaces/" + wallet.id() + "/mini-programs").sees("Taxi");
        ada.acts("Set Role", address)
                .chooses("Workspace Reviewer")
                .sees("(optional)")
                .shows("set-role");
        ada.presses("Set Role").sees("The role was set.").seesInRow(address, "Workspace Reviewer");
        ada.follows("Ben Cole").sees("History").sees("Role set: Workspace Developer → Workspace Reviewer");
        ada.sees("Blocked").sees("Joined").sees("Invited").shows("member");

        ada.visits(members).acts("Delete", address).sees("The history stays.").shows("delete");
        ada.presses("Delete").sees("The member was deleted.").seesNoRow(address);
        ben.visits("/").sees("You do not belong to a workspace.");

        ada.follows("New Members").types("Name", "Ben").types("Email", address).chooses("Workspace Operator");
        ada.presses("Invite").seesInRow(address, "Invitation Sent");
        sendMails();
        ben.visits("/invitations/" + link(address)).sees("You are signed in as").shows("join-signed-in");
        ben.presses("Join").sees("Welcome").shows("joined");
        ada.seesInRow(address, "Active").seesInRow(address, "Workspace Operator");
    }

    @Test
    void anInvitationExpiresBeforeTheEyesOfTheAdminWhoResendsAndWithdrawsIt() {
        String address = address();
        invite(wallet, address, "WORKSPACE_OPERATOR");
        sendMails();
        ada.signsIn(wallet.admin()).visits(members).seesInRow(address, "in 3 days");
        wait(Duration.ofDays(3).plusSeconds(1));
        ada.seesInRow(address, "Invitation Expired");
        String old = link(address);
        ben.visits("/invitations/" + old).sees("Invitation expired").shows("spent");
        ada.acts("Resend", address).sees("the time to accept starts again").shows("resend");
        ada.presses("Resend").sees("The invitation goes out again.").seesInRow(address, "Invitation Sent");
        sendMails();
        ben.visits("/invitations/" + old).sees("Invitation replaced");
        ada.acts("Withdraw", address).sees("stops working").shows("withdraw");
        ada.presses("Withdraw").sees("The invitation was withdrawn.").seesNoRow(address);
        ben.visits("/invitations/" + link(address)).sees("Invitation withdrawn");
    }

    @Test
    void anActionThatIsNoLongerPossibleSaysWhy() {
        String address = address();
        invite(wallet, address, "WORKSPACE_OPERATOR");
        sendMails();
        ada.signsIn(wallet.admin()).visits(members).acts("Withdraw", address);
        join(address);
        ada.presses("Withdraw")
                .sees("This is not possible in the status “Active”, which allows: Block, Delete, Set Role.");
        ada.shows("too-late");
    }

    @Test
    void thePageOfAMemberDrawsWhereTheInvitationStandsAndEnded() {
        String address = address();
        invite(wallet, address, "WORKSPACE_OPERATOR");
        ada.signsIn(wallet.admin()).visits(members).follows("Ben").sees("The invitation is at “Send invitation”.");
        ada.seesMarked("ServiceTask_SendInvitation");
        sendMails();
        ada.sees("The invitation waits for “Invitation accepted”.").seesMarked("CatchEvent_InvitationAccepted");
        assertThat(ada.text()).doesNotContain("Open in Cockpit");
        first.resize(1280, 1300);
        ada.shows("member-diagram");
        first.dark(true);
        first.resize(360, 1900);
        ada.shows("member-diagram-360-dark");

        wait(Duration.ofDays(3).plusSeconds(1));
        fireTimers();
        ada.sees("The invitation waits for “Resend / Withdraw”.").seesMarked("Gateway_InvitationExpired");
        ada.sees("By the clock");
        String id = row(wallet, address).path("id").asText();
        ben.signsIn(OPERATOR).visits(members + "/" + id).sees("Open in Cockpit");
        assertThat(second.driver()
                        .findElement(By.partialLinkText("Open in Cockpit"))
                        .getDomAttribute("href"))
                .isEqualTo("/camunda/app/cockpit/default/#/process-instance/" + instance(id));

        post(wallet.admin(), wallet.path() + "/invitations/" + id + "/resend", null);
        sendMails();
        join(address);
        ada.sees("The invitation has ended at “Member joined”.").seesMarked("EndEvent_MemberJoined");
    }

    @Test
    void theDiagramIsTheVersionThatTheInvitationRunsOn() {
        String address = address();
        invite(wallet, address, "WORKSPACE_OPERATOR");
        sendMails();
        var repository = engine.getRepositoryService();
        String id = row(wallet, address).path("id").asText();
        var old = repository.getBpmnModelInstance(definition(id)).clone();
        old.getModelElementById("CatchEvent_InvitationAccepted").setAttributeValue("name", "Said yes");
        var newer = repository
                .createDeployment()
                .addModelInstance("invitation.bpmn", old)
                .deploy();
        try {
            ada.signsIn(wallet.admin()).visits(members + "/" + id).sees("waits for “Invitation accepted”.");
            assertThat(fetched(first, members + "/" + id + "/diagram"))
                    .startsWith("200 application/xml")
                    .contains("CatchEvent_InvitationAccepted")
                    .doesNotContain("Said yes");
            String later = address();
            invite(wallet, later, "WORKSPACE_OPERATOR");
            sendMails();
            ada.visits(members + "/" + row(wallet, later).path("id").asText()).sees("waits for “Said yes”.");
        } finally {
            repository.deleteDeployment(newer.getId(), true);
        }
    }

    @Test
    void theDiagramIsForThoseWhoMaySeeTheRow() {
        String address = address();
        invite(wallet, address, "WORKSPACE_OPERATOR");
        sendMails();
        String page = members + "/" + row(wallet, address).path("id").asText() + "/diagram";
        Person reviewer = join(address);
        Workspace other = workspace("TENANT");
        ada.signsIn(other.admin());
        assertThat(fetched(first, page)).startsWith("404").doesNotContain("bpmn");
        assertThat(fetched(first, page.replace(wallet.id(), other.id())))
                .startsWith("404")
                .doesNotContain("bpmn");
        ben.signsIn(reviewer);
        assertThat(fetched(second, page)).startsWith("403").doesNotContain("bpmn");
    }

    @Test
    void theFlowPutsNumbersOnTheDiagramAndTellsThemInATable() {
        String address = address();
        invite(wallet, address, "WORKSPACE_OPERATOR");
        invite(wallet, address(), "WORKSPACE_REVIEWER");
        sendMails();
        join(address);
        String page = "/workspaces/" + wallet.id() + "/flow";
        ada.signsIn(wallet.admin()).visits(page).sees("Median time to accept");
        ada.seesOn("CatchEvent_InvitationAccepted", "waiting", "1").seesOn("EndEvent_MemberJoined", "ended", "2");
        first.resize(1280, 1900);
        ada.shows("flow");
        first.dark(true);
        first.resize(360, 2600);
        ada.shows("flow-360-dark");
        first.dark(false);
        first.resize(1280, 900);
        ada.selects("Role", "Workspace Operator").seesOn("EndEvent_MemberJoined", "ended", "1");
        assertThat(first.driver().findElements(By.cssSelector("[data-element=EndEvent_MemberJoined] td")))
                .extracting(cell -> cell.getText())
                .containsExactly("0", "0", "1");
        post(wallet.admin(), row(wallet, address).path("self").asText() + "/block", null);
        ada.selects("Process", "Block member").seesOn("StartEvent_BlockRequested", "passed", "1");
        assertThat(ada.text()).doesNotContain("Median time to accept");
        ada.visits(page + "?from=2026-02-02&to=2026-02-01").sees("The last day lies before the first one.");
    }

    @Test
    void theFlowOfAllWorkspacesIsForAnalystsAndThatOfOneForItsAdmins() {
        String address = address();
        invite(wallet, address, "WORKSPACE_REVIEWER");
        sendMails();
        Person analyst = join(address);
        String own = "/workspaces/" + wallet.id() + "/flow";
        ben.signsIn(analyst);
        assertThat(fetched(second, own)).startsWith("403");
        assertThat(fetched(second, "/flow")).startsWith("403");
        send(OPERATOR, "PUT", "/api/accounts/" + address + "/groups", Map.of("groups", List.of("process-analyst")));
        ben.visits("/flow")
                .seesOn("StartEvent_InvitationRequested", "passed", requestedByAll())
                .shows("flow-of-all");
        ben.visits("/flow?workspace=" + wallet.id()).seesOn("StartEvent_InvitationRequested", "passed", "2");

        String diagram = "/flow/diagram?process=invitation";
        ada.signsIn(workspace("TENANT").admin());
        assertThat(fetched(first, own)).startsWith("404");
        assertThat(fetched(first, diagram)).startsWith("403").doesNotContain("bpmn:");
        assertThat(fetched(first, diagram + "&workspace=" + wallet.id()))
                .startsWith("404")
                .doesNotContain("bpmn:");
        ada.signsIn(wallet.admin());
        assertThat(fetched(first, diagram + "&workspace=" + wallet.id())).startsWith("200 application/xml");
    }

    private String requestedByAll() {
        for (JsonNode element : get(OPERATOR, "/api/flow").body().path("elements")) {
            if (element.path("id").asText().equals("StartEvent_InvitationRequested")) {
                return String.format(
                        java.util.Locale.ENGLISH, "%,d", element.path("passed").asLong());
            }
        }
        return "none";
    }

    @Test
    void whoeverLeavesTheListOnTheirPageLeadsBackToTheList() {
        String address = address();
        invite(wallet, address, "WORKSPACE_OPERATOR");
        sendMails();
        ada.signsIn(wallet.admin()).visits(members).follows("Ben").follows("Withdraw");
        ada.sees("stops working").presses("Withdraw").sees("The invitation was withdrawn.");
        ada.seesNoRow(address).sees("New Members");

        invite(wallet, address, "WORKSPACE_OPERATOR");
        sendMails();
        join(address);
        ada.visits(members + "/" + row(wallet, address).path("id").asText())
                .follows("Delete")
                .sees("The history stays.")
                .presses("Delete");
        ada.sees("The member was deleted.").seesNoRow(address).sees("New Members");

        String third = address();
        invite(wallet, third, "WORKSPACE_OPERATOR");
        String id = row(wallet, third).path("id").asText();
        ada.visits(members + "/" + id).sees("Invitation Sent");
        post(wallet.admin(), wallet.path() + "/invitations/" + id + "/withdraw", null); // Meanwhile, elsewhere
        ada.sees("This person is no longer on the list.").sees("New Members");
    }

    @Test
    void manyAreInvitedAtOnceAndEachRowHasItsOwnError() {
        String known = wallet.admin().email();
        String list =
                String.join("\n", address(), "nonsense", "Ben Cole <" + address() + ">", known, address(), address());
        ada.signsIn(wallet.admin()).visits(members).follows("New Members").opens("Several people at once");
        ada.types("People", list).chooses("Workspace Operator").presses("Invite");
        ada.sees("Invited: 4. Not invited: 2.").sees("Must be one address like name@example.com.");
        ada.sees("This address is on the member list already, with the status “Active”.")
                .shows("sending");
        ada.presses("Mend and try again").sees("nonsense");
        assertThat(get(wallet.admin(), wallet.path() + "/members").body().path("items"))
                .hasSize(5);
    }

    @Test
    void theListIsSearchedFilteredAndSorted() {
        invite(wallet, "zoe-" + address(), "WORKSPACE_REVIEWER");
        String operator = address();
        invite(wallet, operator, "WORKSPACE_OPERATOR");
        ada.signsIn(wallet.admin()).visits(members).types("Search", "zoe").seesNoRow(operator);
        ada.types("Search", "nobody has this name").sees("Nobody matches.");
        ada.visits(members + "?role=WORKSPACE_OPERATOR").seesInRow(operator, "Workspace Operator");
        ada.seesNoRow(wallet.admin().email()).follows("User").seesInRow(operator, "Invitation Sent");
        ada.visits(members + "?sort=shoe").sees("This did not work");
    }

    @Test
    void operatorsOpenAWorkspaceAndCloseIt() {
        String name = "Shop " + address();
        ada.signsIn(OPERATOR).follows("New Workspace").sees("First admin").presses("Open");
        ada.sees("Must not be empty.").shows("new-workspace");
        first.driver().findElement(By.id("workspace-name")).sendKeys(name);
        ada.presses("Open").sees("Must be one address").types("Email", address());
        first.driver().findElement(By.id("admin-name")).sendKeys("Carl");
        ada.presses("Open").sees("The workspace is open").sees(name);
        ada.follows("Close workspace: " + name).sees("This cannot be undone.").shows("close-workspace");
        ada.presses("Close workspace").sees("The workspace is closed.").seesNoMore(name);
    }

    @Test
    void aPersonChangesTheirNamePasswordAndTokens() {
        ada.signsIn(wallet.admin())
                .visits("/account")
                .types("Name", "Ada <b>Lovelace</b>")
                .presses("Save");
        ada.sees("Your name was changed.");
        assertThat(row(wallet, wallet.admin().email()).path("name").asText()).isEqualTo("Ada <b>Lovelace</b>");
        ada.types("Current password", "wrong")
                .types("New password", "another-password")
                .presses("Change password");
        ada.sees("This is not your current password.").shows("account-error");
        ada.types("Current password", wallet.admin().password()).types("New password", "another-password");
        ada.presses("Change password").sees("Your password was changed.");
        ada.types("What the token is for", "Payroll")
                .presses("New Token")
                .sees("It is not shown again.")
                .shows("token");
        String token = first.driver().findElement(By.id("token-text")).getDomProperty("value");
        assertThat(asHolder(token)).isEqualTo(200);
        ada.presses("Revoke: Payroll").sees("The token no longer works.");
        assertThat(asHolder(token)).isEqualTo(401);
        assertThat(get(new Person(wallet.admin().email(), "another-password"), "/api/me")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatAnAdminAsksForAnotherAdminApprovesOrRefuses() {
        String admin = address();
        invite(wallet, admin, "WORKSPACE_ADMIN");
        sendMails();
        Person cleo = join(admin);
        var repository = engine.getRepositoryService();
        var edited = repository
                .createDeployment()
                .addModelInstance(
                        "invitation.bpmn",
                        Bpmn.readModelFromFile(
                                EditedStory.VARIANTS.resolve("approval.bpmn").toFile()))
                .deploy();
        try {
            String approved = address();
            String refused = address();
            invite(wallet, approved, "WORKSPACE_OPERATOR");
            invite(wallet, refused, "WORKSPACE_REVIEWER");
            ada.signsIn(wallet.admin()).visits("/workspaces/" + wallet.id() + "/approvals");
            ada.seesInRow(approved, "Another admin must answer this").shows("approvals-own");

            ben.signsIn(cleo).visits("/workspaces/" + wallet.id() + "/approvals");
            ben.seesInRow(approved, "Invite: Ben").seesInRow(approved, "Workspace Operator");
            assertThat(waiting(second)).isEqualTo("2");
            second.resize(360, 1400);
            ben.shows("approvals-360");
            second.resize(1280, 900);
            ben.acts("Approve", approved).sees("in the name of who asked").shows("approve");
            ben.presses("Approve").sees("It is approved.").seesNoRow(approved);
            ben.acts("Refuse", refused);
            post(
                    cleo,
                    get(cleo, wallet.path() + "/approvals")
                                    .body()
                                    .at("/items/0/self")
                                    .asText() + "/refuse",
                    null);
            ben.presses("Refuse").sees("There is no such approval.");
            ada.seesNoRow(refused).sees("Nothing waits for an approval.").shows("approvals-none");
            assertThat(waiting(first)).isEmpty();
            sendMails();
            assertThat(mails(approved)).hasSize(1);
        } finally {
            repository.deleteDeployment(edited.getId(), true);
        }
    }

    private static String waiting(Browser browser) {
        return browser.driver()
                .findElement(By.id("waiting"))
                .getText()
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\D", "");
    }

    @Test
    void timesAreInTheZoneOfTheAccountAlsoWhereAScriptShowsThem() {
        ada.signsIn(wallet.admin()).visits("/account").chooses("Time zone");
        first.driver().findElement(By.id("own-time-zone")).sendKeys("Pacific/Kiritimati");
        first.driver().findElement(By.id("own-time-zone")).submit();
        ada.sees("Your language and time zone were saved.").shows("account-zone");
        ada.visits(members).seesInRow(wallet.admin().email(), "Active");
        assertThat(first.driver().findElement(By.cssSelector("main time")).getDomAttribute("title"))
                .contains("GMT+14");
    }

    @Test
    void everyPageFitsEveryWidthAndKeepsNobodyOut() {
        post(wallet.admin(), wallet.path() + "/mini-programs", Map.of("name", "مطعم البيت"));
        for (String name : List.of(LONG, "مريم الفارسي", "🚀 <script>alert(1)</script><b>bold</b>")) {
            post(wallet.admin(), wallet.path() + "/invitations", invitation(name, address(), "WORKSPACE_REVIEWER"));
        }
        ada.signsIn(wallet.admin());
        for (String page :
                List.of("/", members, members + "/new", "/account", "/workspaces/" + wallet.id() + "/mini-programs")) {
            String name = "page" + page.replace(wallet.id(), "").replaceAll("\\W+", "-");
            first.resize(1280, 900);
            ada.visits(page).shows(name);
            first.resize(1920, 1080);
            ada.shows(name + "-1920");
            first.dark(true);
            first.resize(360, 800);
            ada.visits(page).shows(name + "-360-dark");
            first.dark(false);
        }
        ada.visits(members).sees("<script>alert(1)</script><b>bold</b>");
        ben.visits("/login")
                .shows("sign-in")
                .types("Email", "a@b.c")
                .types("Password", "wrong")
                .presses("Sign in");
        ben.sees("The email or the password is wrong.")
                .visits("/invitations/nonsense")
                .sees("Unknown link")
                .shows("unknown");
    }

    @Test
    void anEndedSessionLeadsToTheSignInAndBack() {
        ada.signsIn(wallet.admin()).visits(members).sees("New Members");
        first.driver().manage().deleteAllCookies();
        ada.sees("Sign in")
                .types("Email", wallet.admin().email())
                .types("Password", wallet.admin().password());
        ada.presses("Sign in").sees("New Members");
    }

    @ParameterizedTest
    @CsvSource({"es-MX, es, Iniciar sesión", "zh-CN, zh-Hans, 登录", "en-GB, en, Sign in", "fr, en, Sign in"})
    void pagesSpeakTheLanguageOfTheBrowser(String asked, String language, String text) {
        Answer page =
                send(request(NOBODY, "/login").header("Accept-Language", asked).GET());
        assertThat(page.text()).contains("<html lang=\"" + language + "\"", text);
    }

    @Test
    void theLinkWorksWithoutScriptAndLoadsNothingFromElsewhere() {
        String address = address();
        invite(wallet, address, "WORKSPACE_OPERATOR");
        sendMails();
        String path = "/invitations/" + link(address);
        Answer page = send(request(NOBODY, path).GET());
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .doesNotContain("unsafe", "http");
        assertThat(page.text()).doesNotContain("style=", "onclick", "http://", "https://");
        String csrf = found("name=\"_csrf\" value=\"([^\"]+)\"", page.text());
        String session = page.headers().firstValue("Set-Cookie").orElse("").replaceAll(";.*", "");
        Answer joined = send(request(NOBODY, path)
                .header("Cookie", session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + csrf + "&name=Ben&password=their-password")));
        assertThat(joined.text()).contains("Welcome");
        assertThat(status(wallet, address)).isEqualTo("ACTIVE");
        Answer forged = send(request(NOBODY, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=Ben&password=their-password")));
        assertThat(forged.status()).isEqualTo(403);
    }

    private String instance(String invitation) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(invitation)
                .singleResult()
                .getId();
    }

    private String definition(String invitation) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(invitation)
                .singleResult()
                .getProcessDefinitionId();
    }

    /** The status, type and text of what the browser gets, with the session that is signed in there. */
    private static String fetched(Browser browser, String path) {
        return (String) browser.driver()
                .executeAsyncScript(
                        "const done = arguments[1]; fetch(arguments[0]).then(async answer => "
                                + "done(`${answer.status} ${answer.headers.get('Content-Type')} ${await answer.text()}`))",
                        path);
    }

    private int asHolder(String token) {
        return send(request(NOBODY, "/api/me")
                        .header("Authorization", "Bearer " + token)
                        .GET())
                .status();
    }

    private static String found(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
