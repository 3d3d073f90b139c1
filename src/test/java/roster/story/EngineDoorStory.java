package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine's own REST lets whom do; run on each database. */
abstract class EngineDoorStory extends FaultsStory {

    private Workspace wallet;
    private String ben;
    private String id;

    @BeforeEach
    void invite() {
        wallet = workspace("TENANT");
        ben = address();
        id = invited(Door.ENGINE, wallet, input(ben, "WORKSPACE_OPERATOR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startInstructions",
                "skipCustomListeners",
                "skipIoMappings",
                "caseInstanceId",
                "tenantId",
                "processDefinitionTenantId"
            })
    void anAdminStartsTheProcessAtItsStartAlone(String field) {
        var start = new LinkedHashMap<String, Object>(
                Door.ENGINE.body(wallet.id(), input(address(), "WORKSPACE_OPERATOR")));
        start.put(
                field,
                field.equals("startInstructions")
                        ? List.of(Map.of("type", "startBeforeActivity", "activityId", "ServiceTask_CreateMember"))
                        : true);
        inVain(403, () -> post(wallet.admin(), Door.START, start));
    }

    @Test
    void anAdminStartsNothingBesides() {
        String definition = newestInvitation().getId();
        for (String path : List.of(
                definition + "/start",
                definition + "/submit-form",
                "key/invitation/submit-form",
                "key/invitation/tenant-id/" + wallet.id() + "/start",
                "key/%69nvitation/start",
                "key/invitation/start/",
                "key/invitation/Start",
                "key/other/start",
                "key/invitation",
                definition + "/restart",
                "suspended")) {
            inVain(
                    403,
                    () -> post(
                            wallet.admin(),
                            "/engine-rest/process-definition/" + path,
                            Door.ENGINE.body(wallet.id(), input(address(), "WORKSPACE_OPERATOR"))));
        }
        inVain(
                403,
                () -> post(
                        wallet.admin(),
                        "/engine-rest/engine/default/process-definition/key/invitation/start",
                        Door.ENGINE.body(wallet.id(), input(address(), "WORKSPACE_OPERATOR"))));
    }

    @Test
    void pathsThatServersReadDifferentlyAreRefused() {
        var body = Door.ENGINE.body(wallet.id(), input(address(), "WORKSPACE_OPERATOR"));
        for (String path : List.of(
                "/engine-rest/process-definition/key/invitation/start;x=1",
                "/engine-rest//process-definition/key/invitation/start",
                "/engine-rest/./process-definition/key/invitation/start",
                "/engine-rest/process-definition/key/invitation%2Fstart",
                "/engine-rest/message/../process-instance",
                "//engine-rest/process-instance")) {
            Stock before = stock();
            Answer refused = post(wallet.admin(), path, body);
            assertThat(refused.status()).as(path).isIn(400, 403, 404);
            assertThat(stock()).isEqualTo(before);
        }
    }

    @Test
    void anAdminSendsOurMessagesByBusinessKeyAlone() {
        for (String message : List.of("AcceptInvitation", "InviterNoLongerAdmin", "withdrawInvitation", "", "Other")) {
            inVain(403, () -> message(wallet.admin(), message, Map.of()));
        }
        for (var field : Map.of(
                        "all", true,
                        "processInstanceId", process(),
                        "correlationKeys", Map.of("invitation", Map.of("value", id)),
                        "localCorrelationKeys", Map.of("invitation", Map.of("value", id)),
                        "tenantId", wallet.id(),
                        "withoutTenantId", true,
                        "processVariables", Map.of("note", Map.of("value", "x")),
                        "processVariablesLocal", Map.of("note", Map.of("value", "x")),
                        "variablesInResultEnabled", true)
                .entrySet()) {
            inVain(403, () -> message(wallet.admin(), "WithdrawInvitation", Map.of(field.getKey(), field.getValue())));
        }
        for (Object key : new Object[] {"", "ben", 5, List.of(id), id + "0"}) {
            inVain(400, () -> message(wallet.admin(), "WithdrawInvitation", Map.of("businessKey", key)));
        }
        inVain(400, () -> post(wallet.admin(), "/engine-rest/message", Map.of("messageName", "WithdrawInvitation")));
        inVain(
                400,
                () -> post(
                        wallet.admin(),
                        "/engine-rest/message",
                        "{\"messageName\":\"WithdrawInvitation\",\"messageName\":\"AcceptInvitation\",\"businessKey\":\""
                                + id + "\"}"));
        inVain(
                404,
                () -> message(
                        wallet.admin(),
                        "WithdrawInvitation",
                        Map.of("businessKey", UUID.randomUUID().toString())));
        assertThat(message(wallet.admin(), "WithdrawInvitation", Map.of()).status())
                .isEqualTo(204);
    }

    @Test
    void anotherWorkspacesInvitationsAreNotThere() {
        Workspace other = workspace("TENANT");
        for (String message : List.of("WithdrawInvitation", "ResendInvitation")) {
            inVain(404, () -> message(other.admin(), message, Map.of()));
        }
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");
    }

    @Test
    void anAdminReadsAndChangesNothingElse() {
        for (String path : List.of(
                "process-instance",
                "process-instance/" + process(),
                "process-instance/" + process() + "/variables",
                "history/process-instance",
                "history/variable-instance",
                "variable-instance",
                "task",
                "deployment",
                "job",
                "incident",
                "user",
                "group",
                "identity/groups",
                "authorization",
                "engine",
                "version",
                "schema/log",
                "metrics",
                "event-subscription",
                "process-definition/key/invitation/xml",
                "message",
                "")) {
            inVain(403, () -> get(wallet.admin(), "/engine-rest/" + path));
        }
        for (String path : List.of(
                "deployment/create",
                "process-instance",
                "process-instance/" + process() + "/modification",
                "process-instance/delete",
                "history/process-instance",
                "history/variable-instance",
                "execution/" + process() + "/signal",
                "execution/" + process() + "/messages/AcceptInvitation/trigger",
                "external-task/fetchAndLock",
                "modification/execute",
                "migration/execute",
                "signal",
                "condition",
                "task/create",
                "user/create",
                "authorization/create",
                "filter/create",
                "messages")) {
            inVain(403, () -> post(wallet.admin(), "/engine-rest/" + path, Map.of()));
        }
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS")) {
            for (String path : List.of("/message", "/process-instance/" + process(), "/job-definition/suspended")) {
                inVain(403, () -> send(wallet.admin(), method, "/engine-rest" + path, Map.of()));
            }
        }
    }

    @Test
    void aMemberWhoIsNoAdminMayNothing() {
        String eve = address();
        invited(Door.API, wallet, input(eve, "WORKSPACE_REVIEWER"));
        Person reviewer = join(eve);
        mayNothing(reviewer);
        jdbc.sql("update member set status = 'INACTIVE' where email = ?")
                .param(wallet.admin().email())
                .update();
        mayNothing(wallet.admin());
    }

    private void mayNothing(Person who) {
        inVain(403, () -> Door.ENGINE.invite(this, who, wallet.id(), input(address(), "WORKSPACE_OPERATOR")));
        inVain(403, () -> message(who, "WithdrawInvitation", Map.of()));
        inVain(403, () -> get(who, "/engine-rest/process-instance"));
    }

    @Test
    void nobodyMayNothing() {
        for (Person who : List.of(NOBODY, new Person(wallet.admin().email(), "wrong-password"))) {
            inVain(401, () -> Door.ENGINE.invite(this, who, wallet.id(), input(address(), "WORKSPACE_OPERATOR")));
            inVain(401, () -> message(who, "WithdrawInvitation", Map.of()));
            inVain(401, () -> get(who, "/engine-rest/process-instance"));
            inVain(401, () -> get(who, "/engine-rest/engine"));
        }
        inVain(
                401,
                () -> send(request(NOBODY, "/engine-rest/engine")
                        .header("Authorization", "Bearer forged")
                        .GET()));
    }

    @Test
    void nobodyAcceptsThereForSomebodyElse() {
        String token = link(ben);
        String forged = token.substring(0, 30) + (token.charAt(30) == 'A' ? 'B' : 'A') + token.substring(31);
        inVain(404, () -> message(OPERATOR, "AcceptInvitation", Map.of()));
        inVain(404, () -> message(OPERATOR, "AcceptInvitation", variables("token", forged)));
        inVain(403, () -> message(OPERATOR, "AcceptInvitation", variables("token", token)));
        inVain(403, () -> message(wallet.admin(), "AcceptInvitation", variables("token", token)));
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");
        join(ben);
    }

    @ParameterizedTest
    @CsvSource({
        "ServiceTask_CreateMember, 404",
        "ServiceTask_RegisterInvitation, 400",
        "ServiceTask_RenewInvitation, 403",
        "ServiceTask_WithdrawInvitation, 403",
        "SubProcess_InvitationOpen, 403",
    })
    void whateverStepAnOperatorJumpsToAsksTheStore(String step, int status) {
        String jump = "/engine-rest/process-instance/" + process() + "/modification";
        inVain(status, () -> post(OPERATOR, jump, Map.of("instructions", List.of(before(step)))));
        inVain(
                status,
                () -> post(
                        OPERATOR,
                        jump,
                        Map.of(
                                "skipCustomListeners",
                                true,
                                "skipIoMappings",
                                true,
                                "instructions",
                                List.of(
                                        Map.of("type", "cancel", "activityId", "SubProcess_InvitationOpen"),
                                        before(step)))));
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");
        join(ben);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ServiceTask_CreateMember",
                "ServiceTask_RenewInvitation",
                "ServiceTask_WithdrawInvitation",
                "SubProcess_InvitationOpen",
                "ServiceTask_RegisterInvitation"
            })
    void whereverAnOperatorStartsTheProcessItsStepAsksTheStore(String step) {
        String expiry = row(wallet, ben).path("expiresAt").asText();
        wait(java.time.Duration.ofHours(1));
        for (Object key : new Object[] {id, UUID.randomUUID().toString(), "nonsense", null}) {
            var start = new LinkedHashMap<String, Object>();
            start.put("businessKey", key);
            start.put("startInstructions", List.of(before(step)));
            start.put("variables", Map.of("workspace", Door.variable(wallet.id())));
            Stock before = stock();
            Answer refused = post(OPERATOR, Door.START, start);
            assertThat(refused.status()).as(refused.text()).isIn(400, 403, 404);
            assertIsProblem(refused);
            assertThat(stock()).isEqualTo(before);
        }
        assertThat(row(wallet, ben).path("expiresAt").asText()).isEqualTo(expiry);
        join(ben);
    }

    @Test
    void whatTheEngineRefusesNamesNothingOfItsInside() {
        inVain(400, () -> message(OPERATOR, "NobodyWaitsForIt", Map.of()));
        inVain(400, () -> post(OPERATOR, "/engine-rest/message", Map.of("messageName", 5, "all", "x")));
        inVain(404, () -> get(OPERATOR, "/engine-rest/process-instance/nonsense"));
        inVain(404, () -> get(OPERATOR, "/engine-rest/nonsense"));
        inVain(400, () -> get(OPERATOR, "/engine-rest/process-instance?sortBy=nonsense&sortOrder=asc"));
        inVain(
                400,
                () -> post(
                        OPERATOR,
                        "/engine-rest/process-instance/" + process() + "/modification",
                        Map.of("instructions", List.of(before("Nonsense")))));
    }

    @Test
    void anAnalystReadsEveryWorkspaceAndChangesNothing() {
        Person analyst = analyst();
        for (String path : List.of(
                "process-instance/" + process(),
                "process-instance?businessKey=" + id,
                "history/process-instance/" + process(),
                "history/activity-instance?processInstanceId=" + process(),
                "job?processInstanceId=" + process(),
                "incident",
                "process-definition/key/invitation/xml")) {
            Answer read = get(analyst, "/engine-rest/" + path);
            assertThat(read.status()).as(read.text()).isEqualTo(200);
            assertThat(read.text()).hasSizeGreaterThan(1);
        }
        inVain(403, () -> Door.ENGINE.invite(this, analyst, wallet.id(), input(address(), "WORKSPACE_OPERATOR")));
        inVain(403, () -> message(analyst, "WithdrawInvitation", Map.of()));
        inVain(403, () -> send(analyst, "DELETE", "/engine-rest/process-instance/" + process(), null));
        inVain(
                403,
                () -> send(
                        analyst,
                        "PUT",
                        "/engine-rest/process-definition/key/invitation/suspended",
                        Map.of("suspended", true)));
        inVain(403, () -> post(analyst, "/engine-rest/deployment/create", Map.of()));
        inVain(403, () -> post(analyst, "/engine-rest/process-instance/" + process() + "/modification", Map.of()));
        assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");
    }

    @Test
    void cockpitIsForOperatorsAndAnalysts() {
        String cockpit = "/camunda/app/cockpit/" + engine.getName() + "/";
        assertThat(opens(signedIn(OPERATOR), cockpit)).isEqualTo(200);
        assertThat(opens(signedIn(analyst()), cockpit)).isEqualTo(200);
        assertThat(opens(signedIn(wallet.admin()), cockpit)).isEqualTo(403);
        assertThat(opens("", cockpit)).isEqualTo(302);
        for (String session : List.of("", signedIn(OPERATOR), signedIn(wallet.admin()))) {
            assertThat(opens(session, "/camunda/app/admin/" + engine.getName() + "/setup/"))
                    .isIn(302, 403);
            Answer made = send(request(NOBODY, "/camunda/api/admin/setup/" + engine.getName() + "/user/create")
                    .header("Cookie", session)
                    .header("Content-Type", "application/json")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                            "{\"profile\":{\"id\":\"eve\"},\"credentials\":{\"password\":\"eve\"}}")));
            assertThat(made.status()).as(made.text()).isIn(302, 403);
        }
        assertThat(opens(
                        signedIn(wallet.admin()),
                        "/camunda/api/engine/engine/" + engine.getName() + "/process-instance"))
                .isEqualTo(403);
        assertThat(opens("", "/camunda/api/engine/engine/" + engine.getName() + "/process-instance"))
                .isIn(302, 401, 403);
    }

    /** Cockpit's pages ask with the token of their cookie; what asks without it is a page of somebody else. */
    @Test
    void cockpitChangesSomethingForItsOwnPagesAlone() {
        String count = "/camunda/api/engine/engine/" + engine.getName() + "/process-instance/count";
        String session = signedIn(OPERATOR);
        Answer page = send(request(NOBODY, "/camunda/app/cockpit/" + engine.getName() + "/")
                .header("Cookie", session)
                .GET());
        String token = cookie(page, "XSRF-TOKEN");
        assertThat(asks(count, session + "; " + token, token.replaceFirst("^[^=]*=", "")))
                .isEqualTo(200);
        for (String wrong : List.of("other", "")) {
            assertThat(asks(count, session + "; " + token, wrong)).isIn(302, 403);
        }
    }

    private int asks(String path, String cookies, String token) {
        var request = request(NOBODY, path)
                .header("Cookie", cookies)
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"));
        return send(token.isEmpty() ? request : request.header("X-XSRF-TOKEN", token))
                .status();
    }

    private int opens(String session, String path) {
        return send(request(NOBODY, path).header("Cookie", session).GET()).status();
    }

    private Answer message(Person who, String message, Map<String, Object> more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("messageName", message);
        body.put("businessKey", id);
        body.putAll(more);
        return post(who, "/engine-rest/message", body);
    }

    private static Map<String, Object> variables(String name, String value) {
        return Map.of("processVariables", Map.of(name, Door.variable(value)));
    }

    private static Map<String, Object> before(String step) {
        return Map.of("type", "startBeforeActivity", "activityId", step);
    }

    private String process() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult()
                .getId();
    }
}
