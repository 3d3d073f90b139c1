package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of an invitation, told through the REST API; run on each database. */
abstract class InvitationStory extends Story {

    @ParameterizedTest
    @CsvSource({
        "TENANT, WORKSPACE_ADMIN, false",
        "TENANT, WORKSPACE_REVIEWER, false",
        "TENANT, WORKSPACE_DEVELOPER, true",
        "TENANT, WORKSPACE_OPERATOR, false",
        "DEVELOPER, DEVELOPER_ADMIN, false",
        "DEVELOPER, DEVELOPER, true",
        "DEVELOPER, OPERATOR, true"
    })
    void somebodyJoinsInEveryRole(String type, String role, boolean needsMiniProgram) {
        Workspace workspace = workspace(type);
        String[] miniPrograms = needsMiniProgram ? new String[] {miniProgram(workspace)} : new String[0];
        String ben = address();

        Answer invited = invite(workspace, ben, role, miniPrograms);
        assertThat(invited.status()).as(invited.text()).isEqualTo(201);
        assertThat(invited.headers().firstValue("Location"))
                .hasValue(workspace.path() + "/invitations/" + invited.id());
        assertThat(status(workspace, ben)).isEqualTo("INVITATION_SENT");
        assertThat(invited.body().path("mail").path("state").asText()).isEqualTo("QUEUED");

        sendMails();
        join(ben);

        assertThat(status(workspace, ben)).isEqualTo("ACTIVE");
        assertThat(row(workspace, ben).path("role").asText()).isEqualTo(role);
        assertThat(row(workspace, ben).path("miniPrograms").findValuesAsText("id"))
                .containsExactly(miniPrograms);
        assertThat(waitingProcesses(invited.id())).isZero();
    }

    @Test
    void openingTheLinkChangesNothing() {
        Workspace workspace = workspace("TENANT");
        String ben = address();
        invite(workspace, ben, "WORKSPACE_OPERATOR");
        sendMails();
        for (String method : List.of("GET", "HEAD", "GET")) {
            Answer opened = send(NOBODY, method, "/invitations/" + link(ben), null);
            assertThat(opened.status()).isEqualTo(200);
            assertThat(opened.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("remember");
            assertThat(opened.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(get(NOBODY, "/api/invitations/" + link(ben)).status()).isEqualTo(200);
        }
        assertThat(status(workspace, ben)).isEqualTo("INVITATION_SENT");
        join(ben);
    }

    @Test
    void aWithdrawnInvitationLeavesTheListAndTheAddressCanBeInvitedAgain() {
        Workspace workspace = workspace("TENANT");
        String ben = address();
        Answer invited = invite(workspace, ben, "WORKSPACE_OPERATOR");
        sendMails();
        String oldLink = link(ben);

        assertThat(post(workspace.admin(), invited.body().path("self").asText() + "/withdraw", null)
                        .status())
                .isEqualTo(204);

        assertThat(status(workspace, ben)).isEqualTo("not on the list");
        assertThat(accept(NOBODY, oldLink, Map.of("name", "Ben", "password", "their-password"))
                        .type())
                .isEqualTo("urn:roster:problem:invitation-withdrawn");
        assertThat(waitingProcesses(invited.id())).isZero();
        assertThat(invite(workspace, ben, "WORKSPACE_REVIEWER").status()).isEqualTo(201);
    }

    @Test
    void anInvitationExpiresByTheClockEvenIfNoTimerFires() {
        Workspace workspace = workspace("TENANT");
        String ben = address();
        invite(workspace, ben, "WORKSPACE_OPERATOR");
        sendMails();

        wait(Duration.ofDays(3).minusMinutes(1));
        assertThat(status(workspace, ben)).isEqualTo("INVITATION_SENT");
        wait(Duration.ofMinutes(1).plusSeconds(1));

        assertThat(status(workspace, ben)).isEqualTo("INVITATION_EXPIRED");
        Answer refused = accept(NOBODY, link(ben), Map.of("name", "Ben", "password", "their-password"));
        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.type()).isEqualTo("urn:roster:problem:invitation-expired");
        assertThat(refused.text()).doesNotContain("Wallet");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void anExpiredInvitationIsResentWithANewLinkAndThreeNewDays(boolean timerFired) {
        Workspace workspace = workspace("TENANT");
        String ben = address();
        Answer invited = invite(workspace, ben, "WORKSPACE_OPERATOR");
        sendMails();
        String oldLink = link(ben);
        String self = invited.body().path("self").asText();
        assertThat(post(workspace.admin(), self + "/resend", null).status()).isEqualTo(409);

        wait(Duration.ofHours(80));
        if (timerFired) {
            fireTimers();
        }
        Answer resent = post(workspace.admin(), self + "/resend", null);

        assertThat(resent.status()).as(resent.text()).isEqualTo(200);
        assertThat(resent.id()).isEqualTo(invited.id());
        assertThat(resent.body().path("sendCount").asInt()).isEqualTo(2);
        sendMails();
        assertThat(get(NOBODY, "/api/invitations/" + oldLink).type())
                .isEqualTo("urn:roster:problem:invitation-replaced");
        wait(Duration.ofHours(71));
        join(ben);
        assertThat(status(workspace, ben)).isEqualTo("ACTIVE");
    }

    @Test
    void anAddressIsOnTheListOnlyOnceInWhicheverStatus() {
        Workspace workspace = workspace("TENANT");
        String ben = address();
        invite(workspace, ben, "WORKSPACE_OPERATOR");
        sendMails();
        refusesBecausePresent(workspace, ben, "INVITATION_SENT", "WITHDRAW");
        wait(Duration.ofDays(4));
        refusesBecausePresent(workspace, ben, "INVITATION_EXPIRED", "RESEND", "WITHDRAW");
        post(workspace.admin(), row(workspace, ben).path("self").asText() + "/resend", null);
        sendMails();
        join(ben);
        refusesBecausePresent(workspace, ben, "ACTIVE", "BLOCK", "DELETE", "SET_ROLE");
        jdbc.sql("update member set status = 'INACTIVE' where email = ?")
                .param(ben)
                .update();
        refusesBecausePresent(workspace, ben, "INACTIVE", "UNBLOCK", "SET_ROLE");
        assertThat(mails(ben)).hasSize(2);
    }

    private void refusesBecausePresent(Workspace workspace, String email, String status, String... actions) {
        Answer refused = invite(workspace, email.toUpperCase(java.util.Locale.ROOT), "WORKSPACE_REVIEWER");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("currentStatus").asText()).isEqualTo(status);
        assertThat(refused.body().path("allowedActions"))
                .extracting(action -> action.asText())
                .containsExactly(actions);
    }

    @Test
    void twoAcceptsAtOnceMakeOneMember() throws Exception {
        Workspace workspace = workspace("TENANT");
        String ben = address();
        Answer invited = invite(workspace, ben, "WORKSPACE_OPERATOR");
        sendMails();
        String link = link(ben);

        List<Answer> answers = atOnce(Collections.nCopies(
                2, () -> accept(NOBODY, link, Map.of("name", "Ben", "password", "their-password"))));

        assertThat(answers).extracting(Answer::status).contains(201).allMatch(status -> status < 500);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(status(workspace, ben)).isEqualTo("ACTIVE");
        assertThat(waitingProcesses(invited.id())).isZero();
    }

    @Test
    void acceptAgainstWithdrawHasOneWinner() throws Exception {
        Workspace workspace = workspace("TENANT");
        for (int round = 0; round < 20; round++) {
            String ben = address();
            Answer invited = invite(workspace, ben, "WORKSPACE_OPERATOR");
            sendMails();
            String link = link(ben);
            List<Answer> answers = atOnce(List.of(
                    () -> accept(NOBODY, link, Map.of("name", "Ben", "password", "their-password")),
                    () -> post(workspace.admin(), invited.body().path("self").asText() + "/withdraw", null)));

            assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
            assertThat(answers).allMatch(answer -> answer.status() < 500);
            boolean accepted = answers.stream().anyMatch(answer -> answer.status() == 201);
            assertThat(status(workspace, ben)).isEqualTo(accepted ? "ACTIVE" : "not on the list");
            assertThat(waitingProcesses(invited.id())).isZero();
        }
    }

    @Test
    void twentyInvitationsOfOneAddressAtOnceMakeOne() throws Exception {
        Workspace workspace = workspace("TENANT");
        String ben = address();

        List<Answer> answers = atOnce(Collections.nCopies(20, () -> invite(workspace, ben, "WORKSPACE_OPERATOR")));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(19);
        sendMails();
        assertThat(mails(ben)).hasSize(1);
    }

    @Test
    void closingAWorkspaceEndsItsInvitations() {
        Workspace workspace = workspace("TENANT");
        String ben = address();
        Answer invited = invite(workspace, ben, "WORKSPACE_OPERATOR");
        sendMails();

        assertThat(send(OPERATOR, "DELETE", workspace.path(), null).status()).isEqualTo(204);

        assertThat(waitingProcesses(invited.id())).isZero();
        assertThat(get(NOBODY, "/api/invitations/" + link(ben)).status()).isEqualTo(410);
        assertThat(get(workspace.admin(), workspace.path()).status()).isEqualTo(404);
    }
}
