package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens after joining, at both doors; run on each database. */
abstract class MemberStory extends FaultsStory {

    private static final Map<String, ?> NONE = Map.of();
    private static final Map<String, ?> REVIEWER = Map.of("role", "WORKSPACE_REVIEWER", "miniPrograms", List.of());

    Workspace wallet;

    @BeforeEach
    void open() {
        wallet = workspace("TENANT");
    }

    @ParameterizedTest
    @EnumSource
    void aMemberIsBlockedUnblockedGivenAnotherRoleAndDeleted(MemberDoor door) {
        String taxi = miniProgram(wallet);
        String ben = address();
        Person person = joined(ben, "WORKSPACE_DEVELOPER", taxi);
        String id = row(wallet, ben).path("id").asText();

        act(door, id, "BLOCK", NONE);
        assertThat(status(wallet, ben)).isEqualTo("INACTIVE");
        assertThat(get(person, wallet.path()).status()).isEqualTo(403);
        assertThat(send(requestByPassword(person, wallet.path()).GET()).status())
                .isEqualTo(403);
        isToldBy("You are blocked in Wallet", ben);

        act(door, id, "UNBLOCK", NONE);
        assertThat(status(wallet, ben)).isEqualTo("ACTIVE");
        assertThat(row(wallet, ben).path("role").asText()).isEqualTo("WORKSPACE_DEVELOPER");
        assertThat(row(wallet, ben).path("miniPrograms").findValuesAsText("id")).containsExactly(taxi);
        assertThat(get(person, wallet.path()).status()).isEqualTo(200);
        isToldBy("You are back in Wallet", ben);

        act(door, id, "SET_ROLE", REVIEWER);
        assertThat(row(wallet, ben).path("role").asText()).isEqualTo("WORKSPACE_REVIEWER");
        assertThat(row(wallet, ben).path("miniPrograms")).isEmpty();
        isToldBy("Your role in Wallet has changed", ben);

        act(door, id, "DELETE", NONE);
        assertThat(status(wallet, ben)).isEqualTo("not on the list");
        assertThat(get(person, wallet.path()).status()).isEqualTo(404);
        isToldBy("You are no longer a member of Wallet", ben);

        assertThat(actions(id)).containsExactly("DELETE", "SET_ROLE", "UNBLOCK", "BLOCK", "ACCEPT", "INVITE");
        assertThat(invite(wallet, ben, "WORKSPACE_OPERATOR").id()).isNotEqualTo(id);
        sendMails();
        assertThat(accept(person, link(ben), null).status()).isEqualTo(201);
        assertThat(row(wallet, ben).path("role").asText()).isEqualTo("WORKSPACE_OPERATOR");
    }

    @ParameterizedTest
    @EnumSource
    void anInactiveMemberIsGivenAnotherRoleAndStaysInactive(MemberDoor door) {
        String ben = address();
        joined(ben, "WORKSPACE_OPERATOR");
        String id = row(wallet, ben).path("id").asText();
        act(door, id, "BLOCK", NONE);
        act(door, id, "SET_ROLE", Map.of("role", "WORKSPACE_DEVELOPER", "miniPrograms", List.of(miniProgram(wallet))));
        assertThat(status(wallet, ben)).isEqualTo("INACTIVE");
        assertThat(row(wallet, ben).path("role").asText()).isEqualTo("WORKSPACE_DEVELOPER");
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusRefusesWhatItDoesNotAllow(MemberDoor door) {
        String ben = address();
        String id = invite(wallet, ben, "WORKSPACE_OPERATOR").id();
        sendMails();
        allowsOnly(door, id, "INVITATION_SENT", "WITHDRAW");
        wait(Duration.ofDays(4));
        allowsOnly(door, id, "INVITATION_EXPIRED", "RESEND", "WITHDRAW");
        post(wallet.admin(), wallet.path() + "/invitations/" + id + "/resend", null);
        sendMails();
        join(ben);
        sendMails();
        allowsOnly(door, id, "ACTIVE", "BLOCK", "DELETE", "SET_ROLE");
        act(door, id, "BLOCK", NONE);
        allowsOnly(door, id, "INACTIVE", "UNBLOCK", "SET_ROLE");
        for (String action : List.of("withdraw", "resend")) {
            inVain(409, () -> post(wallet.admin(), wallet.path() + "/invitations/" + id + "/" + action, null));
        }
    }

    private void allowsOnly(MemberDoor door, String id, String status, String... allowed) {
        for (String action : MemberDoor.ACTIONS) {
            if (!List.of(allowed).contains(action)) {
                Answer refused =
                        inVain(409, () -> door.act(this, wallet.admin(), wallet.id(), id, action, input(action)));
                assertThat(refused.type()).isEqualTo("urn:roster:problem:action-not-allowed");
                assertThat(refused.body().path("currentStatus").asText()).isEqualTo(status);
                assertThat(refused.body().path("allowedActions"))
                        .extracting(JsonNode::asText)
                        .containsExactly(allowed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyActsOnTheirOwnMembership(MemberDoor door) {
        String own = row(wallet, wallet.admin().email()).path("id").asText();
        for (String action : List.of("BLOCK", "DELETE", "SET_ROLE")) {
            Answer refused = inVain(409, () -> door.act(this, wallet.admin(), wallet.id(), own, action, input(action)));
            assertThat(refused.type()).isEqualTo("urn:roster:problem:own-membership");
        }
        assertThat(row(wallet, wallet.admin().email()).path("actions")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnActiveAdminOfThatWorkspaceActs(MemberDoor door) {
        String ben = address();
        Person member = joined(ben, "WORKSPACE_OPERATOR");
        String id = row(wallet, ben).path("id").asText();
        Person stranger = workspace("TENANT").admin();
        Person blocked = joined(address(), "WORKSPACE_ADMIN");
        act(door, row(wallet, blocked.email()).path("id").asText(), "BLOCK", NONE);
        for (String action : List.of("BLOCK", "DELETE", "SET_ROLE")) {
            refuses(door, NOBODY, id, action, 401);
            refuses(door, member, id, action, 403);
            refuses(door, blocked, id, action, 403);
            refuses(door, stranger, id, action, 404);
            refuses(door, OPERATOR, id, action, 403);
            refuses(door, wallet.admin(), UUID.randomUUID().toString(), action, 404);
        }
        Workspace other = workspace("TENANT");
        inVain(404, () -> door.act(this, other.admin(), other.id(), id, "BLOCK", NONE));
    }

    private void refuses(MemberDoor door, Person who, String id, String action, int status) {
        inVain(status, () -> door.act(this, who, wallet.id(), id, action, input(action)));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrongWithANewRoleIsNamed(MemberDoor door) {
        String ben = address();
        joined(ben, "WORKSPACE_OPERATOR");
        String id = row(wallet, ben).path("id").asText();
        String own = miniProgram(wallet);
        String foreign = miniProgram(workspace("TENANT"));
        refusesRole(door, id, Map.of(), "role");
        refusesRole(door, id, Map.of("role", "OPERATOR"), "role");
        refusesRole(door, id, Map.of("role", "WORKSPACE_DEVELOPER", "miniPrograms", List.of()), "miniPrograms");
        refusesRole(door, id, Map.of("role", "WORKSPACE_DEVELOPER"), "miniPrograms");
        refusesRole(
                door, id, Map.of("role", "WORKSPACE_DEVELOPER", "miniPrograms", List.of(own, foreign)), "miniPrograms");
        refusesRole(door, id, Map.of("role", "WORKSPACE_DEVELOPER", "miniPrograms", List.of("taxi")), "miniPrograms");
        refusesRole(door, id, Map.of("role", "WORKSPACE_ADMIN", "miniPrograms", List.of(own)), "miniPrograms");
        refusesRole(door, id, Map.of("role", 5), "role");
        refusesRole(door, id, Map.of("role", "WORKSPACE_REVIEWER", "requestedBy", "x"), "requestedBy");
        act(door, id, "SET_ROLE", Map.of("role", "WORKSPACE_REVIEWER", "miniPrograms", List.of(own)));
        assertThat(row(wallet, ben).path("miniPrograms").findValuesAsText("id")).containsExactly(own);
    }

    private void refusesRole(MemberDoor door, String id, Map<String, ?> input, String field) {
        Answer refused = inVain(400, () -> door.act(this, wallet.admin(), wallet.id(), id, "SET_ROLE", input));
        assertThat(refused.fields()).as(refused.text()).containsExactly(field);
    }

    @ParameterizedTest
    @EnumSource
    void theInvitationsOfAnAdminWhoLosesTheRoleStopAndAnotherAdminCanResend(MemberDoor door) {
        for (String action : List.of("BLOCK", "DELETE", "SET_ROLE")) {
            Person cleo = joined(address(), "WORKSPACE_ADMIN");
            String ben = address();
            Answer invited = post(cleo, wallet.path() + "/invitations", invitation("Ben", ben, "WORKSPACE_OPERATOR"));
            sendMails();
            String oldLink = link(ben);

            act(door, row(wallet, cleo.email()).path("id").asText(), action, input(action));

            assertThat(status(wallet, ben)).isEqualTo("INVITATION_EXPIRED");
            assertThat(row(wallet, ben).path("expiredBecause").asText()).isEqualTo("INVITER_NO_LONGER_ADMIN");
            assertThat(get(NOBODY, "/api/invitations/" + oldLink).type())
                    .isEqualTo("urn:roster:problem:invitation-expired");
            Answer resent = post(wallet.admin(), wallet.path() + "/invitations/" + invited.id() + "/resend", null);
            assertThat(resent.status()).as(resent.text()).isEqualTo(200);
            assertThat(resent.body().path("invitedBy").path("email").asText())
                    .isEqualTo(wallet.admin().email());
            sendMails();
            join(ben);
            assertThat(status(wallet, ben)).isEqualTo("ACTIVE");
        }
    }

    @Test
    void aMiniProgramThatIsRemovedDropsOutAndTheRoleStays() {
        String taxi = miniProgram(wallet);
        String ben = address();
        joined(ben, "WORKSPACE_DEVELOPER", taxi);
        assertThat(send(wallet.admin(), "DELETE", wallet.path() + "/mini-programs/" + taxi, null)
                        .status())
                .isEqualTo(204);
        assertThat(row(wallet, ben).path("role").asText()).isEqualTo("WORKSPACE_DEVELOPER");
        assertThat(row(wallet, ben).path("miniPrograms")).isEmpty();
        assertThat(actions(row(wallet, ben).path("id").asText())).startsWith("UNASSIGN");
    }

    @Test
    void aDeveloperSeesTheAssignedMiniProgramsAndThoseTheyCreate() {
        String taxi = miniProgram(wallet);
        miniProgram(wallet);
        Person ben = joined(address(), "WORKSPACE_DEVELOPER", taxi);
        Answer created = post(ben, wallet.path() + "/mini-programs", Map.of("name", "Bus"));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(get(ben, wallet.path() + "/mini-programs").body().findValuesAsText("id"))
                .containsExactlyInAnyOrder(taxi, created.id());
        Person eve = joined(address(), "WORKSPACE_REVIEWER");
        assertThat(post(eve, wallet.path() + "/mini-programs", Map.of("name", "Bus"))
                        .status())
                .isEqualTo(403);
        assertThat(get(eve, wallet.path() + "/mini-programs").body()).isEmpty();
        assertThat(send(ben, "DELETE", wallet.path() + "/mini-programs/" + created.id(), null)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aChangeOfWhatHasChangedSinceItWasReadIsRefused() {
        String ben = address();
        joined(ben, "WORKSPACE_OPERATOR");
        String path = wallet.path() + "/members/" + row(wallet, ben).path("id").asText();
        String tag = tag(get(wallet.admin(), path));
        assertThat(get(wallet.admin(), path).headers().firstValue("ETag")).hasValue(tag);
        assertThat(conditional("GET", path, "If-None-Match", tag).status()).isEqualTo(304);

        assertThat(conditional("POST", path + "/block", "If-Match", "\"other\", " + tag)
                        .status())
                .isEqualTo(200);
        for (String method : List.of("POST /unblock", "PUT /role")) {
            String[] parts = method.split(" ", 2);
            Answer stale = inVain(412, () -> conditional(parts[0], path + parts[1], "If-Match", tag));
            assertThat(stale.type()).isEqualTo("urn:roster:problem:stale");
        }
        assertThat(conditional("POST", path + "/unblock", "If-Match", "*").status())
                .isEqualTo(200);

        Answer invited = invite(wallet, address(), "WORKSPACE_OPERATOR");
        String invitation = invited.body().path("self").asText();
        sendMails();
        inVain(412, () -> conditional("POST", invitation + "/withdraw", "If-Match", tag(invited)));
        String now = tag(get(wallet.admin(), invitation));
        wait(Duration.ofDays(4));
        inVain(412, () -> conditional("POST", invitation + "/resend", "If-Match", now));
        assertThat(conditional("POST", invitation + "/withdraw", "If-Match", tag(get(wallet.admin(), invitation)))
                        .status())
                .isEqualTo(204);
    }

    private Answer conditional(String method, String path, String header, String tag) {
        String body = method.equals("PUT") ? "{\"role\": \"WORKSPACE_REVIEWER\"}" : "";
        return send(request(wallet.admin(), path)
                .header("Content-Type", "application/json")
                .header(header, tag)
                .method(method, java.net.http.HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String tag(Answer answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private void isToldBy(String subject, String email) {
        int before = mails(email).size();
        sendMails();
        assertThat(mails(email)).hasSize(before + 1);
        assertThat(subjects(email)).endsWith(subject);
    }

    private List<String> subjects(String email) {
        var subjects = new ArrayList<String>();
        for (var mail : mails(email)) {
            try {
                subjects.add(mail.getSubject());
            } catch (jakarta.mail.MessagingException fault) {
                throw new AssertionError(fault);
            }
        }
        return subjects;
    }

    /** Newest first. */
    List<String> actions(String target) {
        JsonNode items = get(wallet.admin(), wallet.path() + "/history?member=" + target)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(entry -> entry.path("action").asText())
                .toList();
    }

    Person joined(String email, String role, String... miniPrograms) {
        Answer invited = invite(wallet, email, role, miniPrograms);
        assertThat(invited.status()).as(invited.text()).isEqualTo(201);
        sendMails();
        return join(email);
    }

    private void act(MemberDoor door, String id, String action, Map<String, ?> input) {
        Answer done = door.act(this, wallet.admin(), wallet.id(), id, action, input);
        assertThat(done.status()).as(done.text()).isIn(200, 204);
    }

    private static Map<String, ?> input(String action) {
        return action.equals("SET_ROLE") ? REVIEWER : NONE;
    }
}
