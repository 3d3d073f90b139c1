package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Two who act on one invitation at the same moment; run on each database, for each locks in its own way. */
abstract class RacesStory extends FaultsStory {

    private static final int ROUNDS = 20;

    private Workspace wallet;

    @BeforeEach
    void open() {
        wallet = workspace("TENANT");
    }

    @Test
    void acceptAgainstExpiryHasOneWinner() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String ben = address();
            String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
            String timer = timer(id).getId();
            Callable<Boolean> accept = () -> joins(ben);
            Callable<Boolean> expire = () -> fires(timer);
            // Whoever is asked first has a head start
            atOnce(round % 2 == 0 ? List.of(accept, expire) : List.of(expire, accept));
            isOneOrTheOther(ben, id);
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void acceptAndExpiryOneAfterTheOther(boolean acceptFirst) {
        String ben = address();
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        String timer = timer(id).getId();
        if (acceptFirst) {
            assertThat(joins(ben)).isTrue();
            assertThat(fires(timer)).isFalse();
        } else {
            assertThat(fires(timer)).isTrue();
            assertThat(joins(ben)).isFalse();
        }
        assertThat(isOneOrTheOther(ben, id)).isEqualTo(acceptFirst);
    }

    /** Somebody who clicks twice, with an account; the second click must not open again what the first has spent. */
    @Test
    void twoClicksOfOnePersonAreOneJoining() throws Exception {
        String ben = address();
        invited(Door.API, workspace("TENANT"), input(ben, "WORKSPACE_OPERATOR"));
        Person known = join(ben);
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        String link = link(ben);
        List<Answer> answers = atOnce(java.util.Collections.nCopies(2, () -> accept(known, link, null)));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 410);
        assertThat(accept(known, link, null).status()).isEqualTo(410);
        assertThat(waitingProcesses(id)).isZero();
        assertThat(get(wallet.admin(), wallet.path() + "/history?member=" + id)
                        .body()
                        .path("items")
                        .findValuesAsText("action"))
                .containsExactly("ACCEPT", "INVITE");
    }

    @Test
    void noInvitationOutlivesTheClosingOfItsWorkspace() throws Exception {
        for (int round = 0; round < 5; round++) {
            Workspace closing = workspace("TENANT");
            String ben = address();
            invited(Door.API, closing, input(ben, "WORKSPACE_OPERATOR"));
            Callable<Answer> invite = () -> invite(closing, address(), "WORKSPACE_OPERATOR");
            Callable<Answer> close = () -> send(OPERATOR, "DELETE", closing.path(), null);
            List<Answer> answers = atOnce(List.of(invite, close, invite, invite));
            assertThat(answers).extracting(Answer::status).isSubsetOf(201, 204, 404, 409);
            if (answers.get(1).status() != 204) {
                assertThat(close.call().status()).isEqualTo(204);
            }
            assertThat(runtime.createProcessInstanceQuery()
                            .tenantIdIn(closing.id())
                            .processDefinitionKey("invitation")
                            .count())
                    .isZero();
        }
    }

    @Test
    void noInvitationOfAnAdminOutlivesTheirBlocking() throws Exception {
        for (int round = 0; round < 5; round++) {
            String cleo = address();
            invited(Door.API, wallet, input(cleo, "WORKSPACE_ADMIN"));
            Person admin = join(cleo);
            String id = row(wallet, cleo).path("id").asText();
            Workspace asCleo = new Workspace(wallet.id(), admin);
            Callable<Answer> invite = () -> invite(asCleo, address(), "WORKSPACE_OPERATOR");
            Callable<Answer> block = () -> post(wallet.admin(), wallet.path() + "/members/" + id + "/block", null);
            List<Answer> answers = atOnce(List.of(invite, block, invite, invite));
            assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 403, 409);
            assertThat(answers.get(1).status()).isEqualTo(200);
            assertThat(jdbc.sql("""
                select count(*) from member m join invitation i on i.id = m.id join account a on a.id = i.inviter
                where a.email = ? and m.status = 'INVITATION_SENT'\
                """).param(cleo).query(Long.class).single()).isZero();
        }
    }

    @Test
    void whatAnotherAdminSendsAgainStaysOpenWhenItsFirstInviterIsBlocked() throws Exception {
        for (int round = 0; round < 5; round++) {
            String cleo = address();
            invited(Door.API, wallet, input(cleo, "WORKSPACE_ADMIN"));
            Workspace asCleo = new Workspace(wallet.id(), join(cleo));
            String admin = row(wallet, cleo).path("id").asText();
            List<String> ids = Stream.generate(() -> invited(Door.API, asCleo, input(address(), "WORKSPACE_OPERATOR")))
                    .limit(4)
                    .toList();
            wait(Duration.ofDays(4));
            fireTimers();
            var calls = new ArrayList<Callable<Answer>>();
            calls.add(() -> post(wallet.admin(), wallet.path() + "/members/" + admin + "/block", null));
            ids.forEach(id -> calls.add(() -> Door.API.act(this, wallet.admin(), wallet.id(), id, "resend")));
            assertThat(atOnce(calls)).extracting(Answer::status).containsOnly(200);
            assertThat(ids).allSatisfy(id -> assertThat(storedStatus(id)).isEqualTo("INVITATION_SENT"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOperatorWhoComesAfterTheFirstAdminMayNothing(Door door) throws Exception {
        for (int round = 0; round < 5; round++) {
            String cleo = address();
            Map<String, ?> admin = Map.of("name", "Cleo", "email", cleo);
            Answer opened =
                    post(OPERATOR, "/api/workspaces", Map.of("name", "Wallet", "type", "TENANT", "admin", admin));
            sendMails();
            String id =
                    row(new Workspace(opened.id(), OPERATOR), cleo).path("id").asText();
            Callable<Boolean> accept = () -> joins(cleo);
            Callable<Answer> withdraw = () -> door.act(this, OPERATOR, opened.id(), id, "withdraw");
            List<Object> outcome = atOnce(List.of(accept::call, withdraw::call));
            boolean joined = (Boolean) outcome.get(0);
            assertThat(((Answer) outcome.get(1)).status()).isEqualTo(joined ? 403 : 204);
        }
    }

    @Test
    void aHistoryThatGrowsWhileItIsVerifiedIsIntact() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Callable<Answer> invite = () -> invite(wallet, address(), "WORKSPACE_OPERATOR");
            Callable<Answer> verify = () -> get(wallet.admin(), wallet.path() + "/history/verification");
            List<Answer> answers = atOnce(List.of(invite, verify, invite, verify));
            assertThat(answers.get(1).body().path("intact").asBoolean()).isTrue();
            assertThat(answers.get(3).body().path("intact").asBoolean()).isTrue();
        }
    }

    @Test
    void oneMiniProgramIsRemovedOnceHoweverManyRemoveIt() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String path = wallet.path() + "/mini-programs/" + miniProgram(wallet);
            Callable<Answer> remove = () -> send(wallet.admin(), "DELETE", path, null);
            List<Answer> answers = atOnce(List.of(remove, remove, remove));
            assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
            assertThat(answers).extracting(Answer::status).isSubsetOf(204, 404, 409);
        }
    }

    /** Whoever gets it before loses it with an entry, and whoever comes after is told that there is none. */
    @Test
    void nobodyLosesAMiniProgramThatTheirHistorySaysTheyHave() throws Exception {
        String ben = address();
        String cleo = address();
        invited(Door.API, wallet, input(ben, "WORKSPACE_REVIEWER"));
        invited(Door.API, wallet, input(cleo, "WORKSPACE_REVIEWER"));
        join(ben);
        join(cleo);
        List<String> members = List.of(
                row(wallet, ben).path("id").asText(),
                row(wallet, cleo).path("id").asText());
        for (int round = 0; round < ROUNDS; round++) {
            String taxi = miniProgram(wallet);
            Map<String, ?> role = Map.of("role", "WORKSPACE_DEVELOPER", "miniPrograms", List.of(taxi));
            var calls = new ArrayList<Callable<Answer>>();
            members.forEach(id ->
                    calls.add(() -> send(wallet.admin(), "PUT", wallet.path() + "/members/" + id + "/role", role)));
            calls.add(() -> send(wallet.admin(), "DELETE", wallet.path() + "/mini-programs/" + taxi, null));
            List<Answer> answers = atOnce(calls);
            assertThat(answers.get(2).status()).isEqualTo(204);
            assertThat(answers.subList(0, 2)).extracting(Answer::status).isSubsetOf(200, 400);
            sendMails();
            new Invariants(jdbc).hold(List.of(wallet.id()));
        }
    }

    /** Whoever is told that there is no such workspace has changed nothing in it, also where it closes while they are answered. */
    @Test
    void whatIsAnsweredWithAnErrorIsNotDone() throws Exception {
        for (int round = 0; round < 10; round++) {
            Workspace closing = workspace("TENANT");
            String ben = address();
            String id = invited(Door.API, closing, input(ben, "WORKSPACE_OPERATOR"));
            join(ben);
            List<Answer> answers = atOnce(List.of(
                    () -> post(closing.admin(), closing.path() + "/members/" + id + "/block", null),
                    () -> send(OPERATOR, "DELETE", closing.path(), null)));
            String status = storedStatus(id);
            assertThat(answers.get(0).status()).isEqualTo(status.equals("INACTIVE") ? 200 : 404);
        }
    }

    /** Checks that engine and store tell the same; answers whether the person joined. */
    private boolean isOneOrTheOther(String ben, String id) {
        boolean joined = status(wallet, ben).equals("ACTIVE");
        if (joined) {
            assertThat(waitingProcesses(id)).isZero();
            return true;
        }
        management
                .createJobQuery()
                .processInstanceId(process(id))
                .timers()
                .list()
                .forEach(job -> fires(job.getId()));
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_EXPIRED");
        assertThat(runtime.getActiveActivityIds(process(id))).containsExactly("Gateway_InvitationExpired");
        assertThat(Door.ENGINE
                        .act(this, wallet.admin(), wallet.id(), id, "resend")
                        .status())
                .isEqualTo(204);
        sendMails();
        assertThat(joins(ben)).isTrue();
        return false;
    }

    private boolean joins(String ben) {
        Answer answer = accept(NOBODY, link(ben), Map.of("name", "Ben", "password", "their-password"));
        assertThat(answer.status()).as(answer.text()).isIn(201, 409, 410);
        return answer.status() == 201;
    }

    /** As the job executor would; it tries again later where somebody else was faster. */
    private boolean fires(String timer) {
        try {
            management.executeJob(timer);
            return true;
        } catch (RuntimeException somebodyWasFaster) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"API, API", "ENGINE, ENGINE", "API, ENGINE"})
    void twoResendsAtOnceSendOneMail(Door one, Door other) throws Exception {
        for (int round = 0; round < 5; round++) {
            String ben = address();
            String id = expired(ben);
            List<Answer> answers = atOnce(List.of(() -> act(one, id, "resend"), () -> act(other, id, "resend")));
            assertThat(answers).filteredOn(RacesStory::succeeded).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !succeeded(answer))
                    .singleElement()
                    .satisfies(answer -> {
                        assertThat(answer.status()).isEqualTo(409);
                        assertIsProblem(answer);
                    });
            assertThat(row(wallet, ben).path("sendCount").asInt()).isEqualTo(2);
            sendMails();
            assertThat(mails(ben)).hasSize(2);
            assertThat(joins(ben)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"API, API", "ENGINE, ENGINE", "API, ENGINE"})
    void twoWithdrawalsAtOnceAreOne(Door one, Door other) throws Exception {
        for (int round = 0; round < 5; round++) {
            String ben = address();
            String id = invited(one, wallet, input(ben, "WORKSPACE_OPERATOR"));
            List<Answer> answers = atOnce(List.of(() -> act(one, id, "withdraw"), () -> act(other, id, "withdraw")));
            assertThat(answers).filteredOn(RacesStory::succeeded).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !succeeded(answer))
                    .singleElement()
                    .satisfies(answer -> {
                        assertThat(answer.status()).as(answer.text()).isIn(404, 409, 410);
                        assertIsProblem(answer);
                    });
            assertThat(status(wallet, ben)).isEqualTo("not on the list");
            assertThat(waitingProcesses(id)).isZero();
            assertThat(jdbc.sql("select count(*) from history_entry where target = ? and action = 'WITHDRAW'")
                            .param(UUID.fromString(id))
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"API, API", "ENGINE, ENGINE", "API, ENGINE", "ENGINE, API"})
    void resendAgainstWithdrawLeavesNothingHalfDone(Door resends, Door withdraws) throws Exception {
        for (int round = 0; round < 5; round++) {
            String ben = address();
            String id = expired(ben);
            List<Answer> answers =
                    atOnce(List.of(() -> act(resends, id, "resend"), () -> act(withdraws, id, "withdraw")));
            assertThat(answers).anyMatch(RacesStory::succeeded);
            for (Answer answer : answers) {
                assertThat(answer.status()).as(answer.text()).isIn(200, 204, 404, 409, 410);
            }
            boolean withdrawn = succeeded(answers.get(1));
            assertThat(status(wallet, ben)).isEqualTo(withdrawn ? "not on the list" : "INVITATION_SENT");
            assertThat(waitingProcesses(id)).isEqualTo(withdrawn ? 0 : 1);
            sendMails();
            assertThat(mails(ben)).hasSize(withdrawn ? 1 : 2);
        }
    }

    private Answer act(Door door, String id, String action) {
        return door.act(this, wallet.admin(), wallet.id(), id, action);
    }

    private static boolean succeeded(Answer answer) {
        return answer.status() < 300;
    }

    private String expired(String ben) {
        String id = invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        wait(Duration.ofDays(4));
        return id;
    }

    private Job timer(String id) {
        return management
                .createJobQuery()
                .processInstanceId(process(id))
                .timers()
                .singleResult();
    }

    private String process(String id) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult()
                .getId();
    }
}
