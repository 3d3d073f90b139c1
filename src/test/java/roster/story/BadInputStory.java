package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invitations that break a rule, at both doors; run on each database, for each has its own limits. */
abstract class BadInputStory extends FaultsStory {

    private static final String EMOJI = "\uD83D\uDE00";
    private static final String LONGEST_DOMAIN =
            "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(53) + ".example";

    private Workspace wallet;

    @BeforeEach
    void open() {
        wallet = workspace("TENANT");
    }

    @ParameterizedTest
    @EnumSource
    void everyBrokenRuleOfANameIsNamed(Door door) {
        for (String name : new String[] {
            null,
            "",
            "   ",
            "\u00A0\u200B",
            "x".repeat(101),
            EMOJI.repeat(101),
            "Ben\r\nBcc: eve@example.com",
            "Ben\tB",
            "Ben\u0000",
            "Ben\u0085",
            "Ben\u2028B"
        }) {
            refuses(door, with(input(address(), "WORKSPACE_OPERATOR"), "name", name), "name");
        }
        refuses(door, without(input(address(), "WORKSPACE_OPERATOR"), "name"), "name");
    }

    @ParameterizedTest
    @EnumSource
    void halfACharacterIsNoName(Door door) throws IOException {
        var input = with(input(address(), "WORKSPACE_OPERATOR"), "name", "Ben HALF");
        String body = json.writeValueAsString(door.body(wallet.id(), input)).replace("HALF", "\\uD800");
        Answer refused = inVain(400, () -> post(wallet.admin(), door.path(wallet.id()), body));
        assertThat(refused.fields()).as(refused.text()).containsExactly("name");
    }

    @ParameterizedTest
    @EnumSource
    void everyBrokenRuleOfAnAddressIsNamed(Door door) {
        for (String email : new String[] {
            null,
            "",
            "ben",
            "ben@",
            "@example.com",
            "ben@example.com;",
            "ben@example.com,eve@example.com",
            "Ben <ben@example.com>",
            "ben b@example.com",
            "ben@exa mple.com",
            "ben@example..com",
            "ben@-example.com",
            "ben@example.com\r\nBcc: eve@example.com",
            "ben\u0000@example.com",
            "x".repeat(65) + "@example.com",
            "x".repeat(64) + "@a" + LONGEST_DOMAIN.replaceFirst("aa", "a.")
        }) {
            refuses(door, input(email, "WORKSPACE_OPERATOR"), "email");
        }
        refuses(door, without(input(address(), "WORKSPACE_OPERATOR"), "email"), "email");
    }

    @ParameterizedTest
    @EnumSource
    void aRoleMustBeOneOfTheWorkspacesType(Door door) {
        for (String role : new String[] {
            null,
            "",
            "OPERATOR",
            "DEVELOPER_ADMIN",
            "workspace_operator",
            "Workspace_Operator",
            " WORKSPACE_OPERATOR",
            "KING"
        }) {
            Answer refused = refuses(door, input(address(), role), "role");
            assertThat(refused.body().path("errors").path(0).path("message").asText())
                    .isEqualTo(
                            "must be one of WORKSPACE_ADMIN, WORKSPACE_REVIEWER, WORKSPACE_DEVELOPER, WORKSPACE_OPERATOR");
        }
        refuses(door, without(input(address(), "WORKSPACE_OPERATOR"), "role"), "role");
    }

    @ParameterizedTest
    @EnumSource
    void miniProgramsMustFitTheRoleAndTheWorkspace(Door door) {
        String own = miniProgram(wallet);
        String foreign = miniProgram(workspace("TENANT"));
        String unknown = UUID.randomUUID().toString();
        for (List<String> missing : List.of(List.<String>of(), List.of(""), List.of(" ", ""))) {
            refuses(door, with(input(address(), "WORKSPACE_DEVELOPER"), "miniPrograms", missing), "miniPrograms");
        }
        refuses(door, without(input(address(), "WORKSPACE_DEVELOPER"), "miniPrograms"), "miniPrograms");
        for (String wrong : List.of(foreign, unknown, "taxi", "1", own + "0", "1-1-1-1-1")) {
            refuses(door, input(address(), "WORKSPACE_DEVELOPER", own, wrong), "miniPrograms");
        }
        for (String role : List.of("WORKSPACE_ADMIN", "WORKSPACE_REVIEWER", "WORKSPACE_OPERATOR")) {
            refuses(door, input(address(), role, own), "miniPrograms");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyBrokenRuleIsNamedAtOnce(Door door) {
        refuses(door, Map.of(), "name", "email", "role");
        refuses(door, invitation("\n", "ben", "WORKSPACE_ADMIN", "taxi"), "name", "email", "miniPrograms");
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyReadsIsRefused(Door door) {
        for (String field : List.of("token", "status", "expiresAt", "nAme")) {
            refuses(door, with(input(address(), "WORKSPACE_OPERATOR"), field, "x"), field);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTextMustBeAText(Door door) {
        for (Object wrong : List.of(5, 1.5, true, Map.of("a", "b"))) {
            for (String field : List.of("name", "email", "role")) {
                refuses(door, with(input(address(), "WORKSPACE_OPERATOR"), field, wrong), field);
            }
        }
        refuses(door, with(input(address(), "WORKSPACE_DEVELOPER"), "miniPrograms", 5), "miniPrograms");
        refuses(door, with(input(address(), "WORKSPACE_DEVELOPER"), "miniPrograms", Map.of("a", "b")), "miniPrograms");
    }

    @Test
    void aListMustBeAListOfTexts() {
        for (Object wrong : List.of("taxi", List.of(5), List.of(List.of("taxi")), new String[] {null})) {
            Answer refused = inVain(
                    400,
                    () -> Door.API.invite(
                            this,
                            wallet.admin(),
                            wallet.id(),
                            with(input(address(), "WORKSPACE_DEVELOPER"), "miniPrograms", wrong)));
            assertThat(refused.fields()).singleElement().asString().startsWith("miniPrograms");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBodyMustBeOneJsonObject(Door door) {
        for (String body : List.of(
                "",
                "{",
                "null",
                "[]",
                "5",
                "\"text\"",
                "name=Ben",
                "{\"name\":\"Ben\"} {}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "\u0000")) {
            inVain(400, () -> post(wallet.admin(), door.path(wallet.id()), body));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBodyOverTheLimitIsTooLargeWhetherItsLengthIsAnnouncedOrNot(Door door) {
        String body = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        for (var publisher : List.of(
                BodyPublishers.ofByteArray(bytes),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))) {
            Answer refused = inVain(413, () -> send(json(door.path(wallet.id())).POST(publisher)));
            assertThat(refused.type()).isEqualTo("urn:roster:problem:too-large");
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherFormatsAndMethodsAreRefusedAsProblems(Door door) throws IOException {
        String body = json.writeValueAsString(door.body(wallet.id(), input(address(), "WORKSPACE_OPERATOR")));
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "image/png",
                "\"a/b\"",
                "nonsense")) {
            inVain(
                    415,
                    () -> send(request(wallet.admin(), door.path(wallet.id()))
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString(body))));
        }
        for (String accept : List.of("application/xml", "text/html")) {
            inVain(
                    406,
                    () -> send(json(door.path(wallet.id()))
                            .header("Accept", accept)
                            .POST(BodyPublishers.ofString(body))));
        }
        for (String accept : List.of("*/*", "text/html,*/*;q=0.8", "nonsense", "\"a/b\"", "a/b,\"a/b\"")) {
            inVain(
                    400,
                    () -> send(json(door.path(wallet.id()))
                            .header("Accept", accept)
                            .POST(BodyPublishers.ofString("{}"))));
        }
    }

    @Test
    void anotherMethodIsNotAllowed() {
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            for (String accept : List.of("*/*", "text/html")) {
                inVain(
                        405,
                        () -> send(json(Door.API.path(wallet.id()))
                                .header("Accept", accept)
                                .method(method, BodyPublishers.ofString("{}"))));
            }
        }
    }

    @Test
    void unknownIdsInThePathAreNotFound() {
        Workspace other = workspace("TENANT");
        String foreign = invited(Door.API, other, input(address(), "WORKSPACE_OPERATOR"));
        for (String id : List.of(foreign, UUID.randomUUID().toString(), "1", "ben", "%C3%BC")) {
            String invitation = wallet.path() + "/invitations/" + id;
            inVain(404, () -> get(wallet.admin(), invitation));
            inVain(404, () -> post(wallet.admin(), invitation + "/withdraw", null));
            inVain(404, () -> post(wallet.admin(), invitation + "/resend", null));
            inVain(404, () -> get(wallet.admin(), "/api/invitations/" + id));
        }
        for (String workspace : List.of(other.id(), UUID.randomUUID().toString())) {
            for (Door door : Door.values()) {
                inVain(404, () -> door.invite(this, wallet.admin(), workspace, input(address(), "WORKSPACE_OPERATOR")));
            }
        }
        assertThat(status(other, row(other, foreign).path("email").asText())).isEqualTo("not on the list");
        assertThat(get(other.admin(), other.path() + "/invitations/" + foreign)
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("INVITATION_SENT");
    }

    @ParameterizedTest
    @EnumSource
    void unusualButGoodInputIsTaken(Door door) throws Exception {
        for (String name : List.of(
                "x".repeat(100),
                EMOJI.repeat(100),
                "\u674E",
                "<a href=\"https://evil.example\">Ben</a>",
                "=1+1",
                "\u202EneB",
                "O'Neil, \"Ben\" <b@example.com>")) {
            String ben = address();
            invited(door, wallet, with(input("  " + ben + " ", "WORKSPACE_OPERATOR"), "name", " " + name + " "));
            assertThat(row(wallet, ben).path("name").asText()).isEqualTo(name);
            assertThat(mails(ben)).singleElement().satisfies(mail -> {
                assertThat(mail.getAllRecipients()).hasSize(1);
                assertThat(mail.getHeader("Bcc")).isNull();
                assertThat(mail.getHeader("To")).hasSize(1);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAddressIsOnePersonHoweverItIsTyped(Door door) {
        String ben = address();
        invited(door, wallet, input(ben.toUpperCase(Locale.ROOT), "WORKSPACE_OPERATOR"));
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");
        inVain(409, () -> door.invite(this, wallet.admin(), wallet.id(), input(" " + ben, "WORKSPACE_REVIEWER")));
        join(ben);
        inVain(
                409,
                () -> door.invite(
                        this, wallet.admin(), wallet.id(), input("B" + ben.substring(1), "WORKSPACE_REVIEWER")));
        invited(door, wallet, input(ben.replace("@", "+x@"), "WORKSPACE_OPERATOR"));
        assertThat(status(wallet, ben)).isEqualTo("ACTIVE");
        assertThat(status(wallet, ben.replace("@", "+x@"))).isEqualTo("INVITATION_SENT");
    }

    @ParameterizedTest
    @EnumSource
    void theLongestAddressIsTaken(Door door) {
        String local = (door + UUID.randomUUID().toString() + "x".repeat(64))
                .substring(0, 64)
                .toLowerCase(Locale.ROOT);
        String longest = local + "@" + LONGEST_DOMAIN;
        assertThat(longest).hasSize(254);
        invited(door, wallet, input(longest, "WORKSPACE_OPERATOR"));
        join(longest);
        assertThat(status(wallet, longest)).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @EnumSource
    void aDomainOfAnotherScriptReachesTheMailServerInItsAsciiForm(Door door) throws Exception {
        String local = "ben-" + UUID.randomUUID();
        invited(door, wallet, input(local + "@b\u00FCcher.example", "WORKSPACE_OPERATOR"));
        String ascii = local + "@xn--bcher-kva.example";
        assertThat(status(wallet, ascii)).isEqualTo("INVITATION_SENT");
        assertThat(SMTP.getUserManager().getUserByEmail(ascii)).isNotNull();
        join(ascii);
    }

    @ParameterizedTest
    @EnumSource
    void aPresentAddressIsRefusedInEachStatus(Door door) {
        String ben = address();
        invited(door, wallet, input(ben, "WORKSPACE_OPERATOR"));
        refusesBecausePresent(door, ben, "INVITATION_SENT", "WITHDRAW");
        wait(Duration.ofDays(4));
        refusesBecausePresent(door, ben, "INVITATION_EXPIRED", "RESEND", "WITHDRAW");
        post(wallet.admin(), row(wallet, ben).path("self").asText() + "/resend", null);
        sendMails();
        join(ben);
        refusesBecausePresent(door, ben, "ACTIVE", "BLOCK", "DELETE", "SET_ROLE");
        jdbc.sql("update member set status = 'INACTIVE' where email = ?")
                .param(ben)
                .update();
        refusesBecausePresent(door, ben, "INACTIVE", "UNBLOCK", "SET_ROLE");
    }

    @Test
    void onboardingNamesTheFieldsOfTheFirstAdmin() {
        refusesOnboarding(Map.of("name", "", "email", "ben"), "admin.name", "admin.email");
        refusesOnboarding(Map.of("name", "Ada"), "admin.email");
        refusesOnboarding(Map.of(), "admin.name", "admin.email");
        refusesOnboarding(Map.of("name", 5, "email", address()), "admin.name");
        Answer refused =
                inVain(400, () -> post(OPERATOR, "/api/workspaces", Map.of("name", "Wallet", "type", "TENANT")));
        assertThat(refused.fields()).containsExactlyInAnyOrder("admin.name", "admin.email");
        assertThat(refused.body().path("detail").asText()).startsWith("admin.name ");
    }

    @ParameterizedTest
    @EnumSource
    void noHeaderOfARequestChangesTheLink(Door door) throws IOException {
        String ben = address();
        String body = json.writeValueAsString(door.body(wallet.id(), input(ben, "WORKSPACE_OPERATOR")));
        assertThat(raw(door.path(wallet.id()), body)).containsPattern("^HTTP/1.1 20[01] ");
        sendMails();
        String mail = text(mails(ben).get(0));
        assertThat(mail).contains("https://members.example/portal/invitations/").doesNotContain("evil.example");
    }

    @ParameterizedTest
    @EnumSource
    void theAnswerDoesNotTellWhetherTheAddressHasAnAccount(Door door) {
        String known = address();
        invited(Door.API, workspace("TENANT"), input(known, "WORKSPACE_OPERATOR"));
        join(known);
        Answer toKnown = door.invite(this, wallet.admin(), wallet.id(), input(known, "WORKSPACE_OPERATOR"));
        Answer toUnknown = door.invite(this, wallet.admin(), wallet.id(), input(address(), "WORKSPACE_OPERATOR"));
        assertThat(toKnown.status()).isEqualTo(toUnknown.status()).isLessThan(300);
        assertThat(shape(toKnown)).isEqualTo(shape(toUnknown));
        assertThat(row(wallet, known).path("name").asText()).isEqualTo("Ben");
    }

    private static List<String> shape(Answer answer) {
        return answer.body().properties().stream()
                .map(field -> field.getKey() + ":" + field.getValue().getNodeType())
                .toList();
    }

    private Answer refuses(Door door, Map<String, Object> input, String... fields) {
        Answer refused = inVain(400, () -> door.invite(this, wallet.admin(), wallet.id(), input));
        assertThat(refused.type()).as(refused.text()).isEqualTo("urn:roster:problem:invalid-input");
        assertThat(refused.fields()).as(refused.text()).containsExactlyInAnyOrder(fields);
        return refused;
    }

    private void refusesBecausePresent(Door door, String email, String status, String... actions) {
        Answer refused = inVain(
                409,
                () -> door.invite(
                        this,
                        wallet.admin(),
                        wallet.id(),
                        input(email.toUpperCase(Locale.ROOT), "WORKSPACE_REVIEWER")));
        assertThat(refused.type()).isEqualTo("urn:roster:problem:address-present");
        assertThat(refused.body().path("currentStatus").asText()).isEqualTo(status);
        assertThat(refused.body().path("allowedActions"))
                .extracting(action -> action.asText())
                .containsExactly(actions);
    }

    private void refusesOnboarding(Map<String, Object> admin, String... fields) {
        Answer refused = inVain(
                400,
                () -> post(OPERATOR, "/api/workspaces", Map.of("name", "Wallet", "type", "TENANT", "admin", admin)));
        assertThat(refused.fields()).as(refused.text()).containsExactlyInAnyOrder(fields);
    }

    private HttpRequest.Builder json(String path) {
        return request(wallet.admin(), path).header("Content-Type", "application/json");
    }

    /** By hand, for Java's HTTP client lets nobody choose the Host header. */
    private String raw(String path, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = String.join(
                "\r\n",
                "POST " + path + " HTTP/1.1",
                "Host: evil.example",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "Forwarded: host=evil.example;proto=https",
                "Authorization: " + basic(wallet.admin()),
                "Content-Type: application/json",
                "Content-Length: " + bytes.length,
                "Connection: close",
                "",
                "");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
