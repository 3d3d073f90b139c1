package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The link in the mail: what it tells, to whom, and where it must not be found; run on each database. */
@ExtendWith(OutputCaptureExtension.class)
abstract class LinksStory extends FaultsStory {

    private static final Map<String, String> GOOD = Map.of("name", "Ben", "password", "their-password");

    @Autowired
    private DataSource database;

    private Workspace wallet;
    private String ben;
    private String id;
    private String link;

    @BeforeEach
    void invite() {
        wallet = workspace("TENANT");
        ben = address();
        id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        link = link(ben);
    }

    @Test
    void aForgedOrTruncatedLinkIsUnknown() {
        String other = forged(link);
        for (String wrong : List.of(
                other,
                link.substring(0, 40),
                link.substring(1),
                link + "A",
                "A",
                "nonsense",
                id,
                "%C3%BC",
                "!",
                "A".repeat(5000))) {
            tellsOnly(wrong, 404, "unknown-link", "This link is not known");
        }
        join(ben);
    }

    @Test
    void aWithdrawnLinkSaysSo() {
        act("withdraw");
        tellsOnly(link, 410, "invitation-withdrawn", "was withdrawn");
    }

    @Test
    void anAcceptedLinkSaysSo() {
        join(ben);
        tellsOnly(link, 410, "invitation-accepted", "accepted already");
        inVain(410, () -> accept(new Person(ben, "their-password"), link, null));
        assertThat(status(wallet, ben)).isEqualTo("ACTIVE");
    }

    @Test
    void anExpiredLinkSaysSoThoughNoTimerHasFired() {
        wait(Duration.ofDays(3).plusSeconds(1));
        tellsOnly(link, 410, "invitation-expired", "no longer valid");
    }

    @Test
    void aReplacedLinkSaysSoAndTheNewOneJoins() {
        wait(Duration.ofDays(4));
        act("resend");
        sendMails();
        tellsOnly(link, 410, "invitation-replaced", "newer mail");
        join(ben);
    }

    @Test
    void theLinkOfAnInviterWhoIsNoLongerAdminIsNoLongerValid() {
        jdbc.sql("update member set status = 'INACTIVE' where email = ?")
                .param(wallet.admin().email())
                .update();
        tellsOnly(link, 410, "invitation-expired", "no longer valid");
    }

    @Test
    void openingTheLinkChangesNothingAndSignsNobodyIn() {
        for (int time = 0; time < 5; time++) {
            for (String method : List.of("GET", "HEAD")) {
                for (String path : List.of("/invitations/" + link, "/api/invitations/" + link)) {
                    Stock before = stock();
                    Answer opened = send(request(NOBODY, path)
                            .header("User-Agent", "Mail scanner " + time)
                            .method(method, java.net.http.HttpRequest.BodyPublishers.noBody()));
                    assertThat(opened.status()).isEqualTo(200);
                    assertThat(opened.headers().allValues("Set-Cookie")).noneMatch(this::signsIn);
                    assertThat(stock()).isEqualTo(before);
                }
            }
        }
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");
        join(ben);
    }

    private boolean signsIn(String cookie) {
        Answer home = send(request(NOBODY, "/")
                .header("Cookie", cookie.replaceAll(";.*", ""))
                .GET());
        return home.status() == 200;
    }

    @Test
    void somebodyElsesAccountCannotJoinAndTheInvitedPersonStillCan() {
        String eve = address();
        invited(Door.API, wallet, input(eve, "WORKSPACE_REVIEWER"));
        Person signedIn = join(eve);
        for (Object body : new Object[] {null, GOOD, Map.of("name", "Ben")}) {
            Answer refused = inVain(403, () -> accept(signedIn, link, body));
            assertThat(refused.type()).isEqualTo("urn:roster:problem:wrong-account");
            assertThat(refused.text()).doesNotContain(ben);
        }
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");
        join(ben);
        assertThat(status(wallet, ben)).isEqualTo("ACTIVE");
    }

    @Test
    void aPlusAliasIsSomebodyElse() {
        String alias = ben.replace("@", "+x@");
        invited(Door.ENGINE, wallet, input(alias, "WORKSPACE_OPERATOR"));
        Person plain = join(ben);
        inVain(403, () -> accept(plain, link(alias), null));
        join(alias);
    }

    @Test
    void whoSignsOutToJoinWithTheRightAccountComesBackToTheLink() {
        Person known = join(ben);
        Workspace second = workspace("TENANT");
        invited(Door.API, second, input(ben, "WORKSPACE_OPERATOR"));
        String page = "/invitations/" + link(ben);
        var browser = new Reader(port, "en").signsIn(second.admin());
        assertThat(browser.visits(page).body()).contains("name=\"invitation\" value=\"" + link(ben) + "\"");
        var back = browser.sends(page, "/logout", Map.of("invitation", link(ben)));
        assertThat(back.uri().getPath()).isEqualTo(page);
        assertThat(browser.visits(page + "/sign-in").uri().getPath()).isEqualTo("/login");
        assertThat(browser.sends("/login", "/login", Map.of("username", ben, "password", known.password()))
                        .uri()
                        .getPath())
                .isEqualTo(page);
        browser.sends(page, page, Map.of());
        assertThat(status(second, ben)).isEqualTo("ACTIVE");
        for (String elsewhere : List.of("//evil.example", "..\\evil.example", "https://evil.example/a")) {
            browser.signsIn(known);
            assertThat(browser.sends("/account", "/logout", Map.of("invitation", elsewhere))
                            .uri()
                            .getHost())
                    .isEqualTo("127.0.0.1");
        }
    }

    @Test
    void whatIsTypedToJoinIsNamedWhereItBreaksARule() {
        refusesToJoin(null, "name", "password");
        refusesToJoin(Map.of(), "name", "password");
        refusesToJoin(Map.of("name", "Ben", "password", "short"), "password");
        refusesToJoin(Map.of("name", "Ben", "password", ""), "password");
        refusesToJoin(Map.of("name", " ", "password", "their-password"), "name");
        refusesToJoin(Map.of("name", "x".repeat(101), "password", "their-password"), "name");
        refusesToJoin(Map.of("name", "a\r\nb", "password", "x".repeat(2000)), "name", "password");
        refusesToJoin(Map.of("name", "Ben", "password", 12345678), "password");
        refusesToJoin(Map.of("name", "Ben", "password", "their-password", "role", "WORKSPACE_ADMIN"), "role");
        join(ben);
    }

    @Test
    void whoHasAnAccountMustSignInToJoin() {
        Person known = join(ben);
        Workspace second = workspace("TENANT");
        invited(Door.ENGINE, second, input(ben, "WORKSPACE_OPERATOR"));
        String newer = link(ben);
        Answer refused = inVain(401, () -> accept(NOBODY, newer, GOOD));
        assertThat(refused.type()).isEqualTo("urn:roster:problem:not-signed-in");
        inVain(401, () -> accept(new Person(ben, "wrong-password"), newer, GOOD));
        assertThat(accept(known, newer, null).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource
    void theTokenIsInTheMailAlone(Door door, CapturedOutput log) throws SQLException {
        String person = address();
        String invitation = invited(door, wallet, input(person, "WORKSPACE_OPERATOR"));
        String token = link(person);
        nobodyElseHolds(token, invitation, log);
        accept(NOBODY, token, Map.of("name", "", "password", ""));
        accept(NOBODY, forged(token), GOOD);
        accept(wallet.admin(), token, null);
        post(NOBODY, "/api/invitations/" + token + "/acceptance", "{");
        nobodyElseHolds(token, invitation, log);
        join(person);
        accept(NOBODY, token, GOOD);
        nobodyElseHolds(token, invitation, log);
    }

    private void nobodyElseHolds(String token, String invitation, CapturedOutput log) throws SQLException {
        assertThat(log.getAll()).doesNotContain(token);
        for (String path : List.of("/members", "/members/" + invitation, "/invitations/" + invitation, "/history")) {
            assertThat(get(wallet.admin(), wallet.path() + path).text()).doesNotContain(token, "members.example");
        }
        assertThat(tablesThatHold(token)).isEmpty();
    }

    /** Looks into every table, the engine's and ours. */
    private List<String> tablesThatHold(String token) throws SQLException {
        var found = new ArrayList<String>();
        try (Connection connection = database.getConnection();
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                jdbc.sql("select * from \"" + table + "\"").query().listOfRows().stream()
                        .flatMap(row -> row.values().stream())
                        .filter(value -> value != null && text(value).contains(token))
                        .forEach(value -> found.add(table));
            }
        }
        return found;
    }

    private static String text(Object value) {
        try {
            return value instanceof byte[] bytes
                    ? new String(bytes, StandardCharsets.ISO_8859_1)
                    : value instanceof java.sql.Blob blob
                            ? new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.ISO_8859_1)
                            : value instanceof java.sql.Clob clob
                                    ? clob.getSubString(1, (int) clob.length())
                                    : value.toString();
        } catch (SQLException fault) {
            throw new AssertionError(fault);
        }
    }

    /** The same answer at the API and on the page: what happened, and nothing about the workspace. */
    private void tellsOnly(String token, int status, String type, String sentence) {
        for (Answer refused : List.of(
                inVain(status, () -> get(NOBODY, "/api/invitations/" + token)),
                inVain(status, () -> accept(NOBODY, token, GOOD)))) {
            assertThat(refused.type()).isEqualTo("urn:roster:problem:" + type);
            assertThat(refused.body().path("detail").asText()).contains(sentence);
            tellsNothingOfTheWorkspace(refused);
        }
        Answer page = send(NOBODY, "GET", "/invitations/" + token, null);
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.text()).contains(sentence).doesNotContain("<form", "<button");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        tellsNothingOfTheWorkspace(page);
    }

    private void tellsNothingOfTheWorkspace(Answer answer) {
        assertThat(answer.text())
                .doesNotContain(
                        "Wallet", "Ada", "OPERATOR", wallet.id(), wallet.admin().email(), ben);
    }

    private void refusesToJoin(Object body, String... fields) {
        Answer refused = inVain(400, () -> accept(NOBODY, link, body));
        assertThat(refused.fields()).as(refused.text()).containsExactlyInAnyOrder(fields);
        assertThat(refused.text()).doesNotContain("short", "12345678");
    }

    private void act(String action) {
        Answer done = Door.API.act(this, wallet.admin(), wallet.id(), id, action);
        assertThat(done.status()).as(done.text()).isLessThan(300);
    }

    private static String forged(String token) {
        char last = token.charAt(30) == 'A' ? 'B' : 'A';
        return token.substring(0, 30) + last + token.substring(31);
    }
}
