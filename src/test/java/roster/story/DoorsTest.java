package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;

/** Every route of the API and every method of the engine's REST, tried by everybody. A route that is missing in the table fails the test. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:story;DB_CLOSE_DELAY=-1")
class DoorsTest extends FaultsStory {

    /** What each is answered to an empty body and an unknown id. */
    private static final String API = """
            route                                                      nobody outsider reviewer developer operator blocked analyst platform admin
            GET /api/workspaces                                           401      200      200       200      200     200     200      200   200
            POST /api/workspaces                                          401      403      403       403      403     403     403      400   403
            GET /api/workspaces/{workspace}                               401      404      200       200      200     403     404      200   200
            DELETE /api/workspaces/{workspace}                            401      403      403       403      403     403     403        -   403
            GET /api/workspaces/{workspace}/mini-programs                 401      404      200       200      200     403     404      200   200
            POST /api/workspaces/{workspace}/mini-programs                401      404      403       400      403     403     404      403   400
            DELETE /api/workspaces/{workspace}/mini-programs/{id}         401      404      403       404      403     403     404      403   404
            POST /api/workspaces/{workspace}/invitations:batch            401      404      403       403      403     403     404      403   400
            POST /api/workspaces/{workspace}/invitations                  401      404      403       403      403     403     404      403   400
            GET /api/workspaces/{workspace}/invitations/{id}              401      404      403       403      403     403     404      404   404
            POST /api/workspaces/{workspace}/invitations/{id}/withdraw    401      404      403       403      403     403     404      403   404
            POST /api/workspaces/{workspace}/invitations/{id}/resend      401      404      403       403      403     403     404      403   404
            GET /api/workspaces/{workspace}/members                       401      404      403       403      403     403     404      200   200
            GET /api/workspaces/{workspace}/members/{id}                  401      404      403       403      403     403     404      404   404
            DELETE /api/workspaces/{workspace}/members/{id}               401      404      403       403      403     403     404      403   404
            POST /api/workspaces/{workspace}/members/{id}/block           401      404      403       403      403     403     404      403   404
            POST /api/workspaces/{workspace}/members/{id}/unblock         401      404      403       403      403     403     404      403   404
            PUT /api/workspaces/{workspace}/members/{id}/role             401      404      403       403      403     403     404      403   404
            GET /api/workspaces/{workspace}/approvals                     401      404      403       403      403     403     404      200   200
            GET /api/workspaces/{workspace}/approvals/{id}                401      404      403       403      403     403     404      404   404
            POST /api/workspaces/{workspace}/approvals/{id}/approve       401      404      403       403      403     403     404      404   404
            POST /api/workspaces/{workspace}/approvals/{id}/refuse        401      404      403       403      403     403     404      404   404
            GET /api/workspaces/{workspace}/history                       401      404      403       403      403     403     404      200   200
            GET /api/workspaces/{workspace}/history/verification          401      404      403       403      403     403     404      200   200
            GET /api/invitations/{token}                                  404      404      404       404      404     404     404      404   404
            POST /api/invitations/{token}/acceptance                      404      404      404       404      404     404     404      404   404
            GET /api/permissions                                          401      400      400       400      400     400     400      400   400
            GET /api/me                                                   401      200      200       200      200     200     200      200   200
            GET /api/tokens                                               401      200      200       200      200     200     200      200   200
            POST /api/tokens                                              401      400      400       400      400     400     400      400   400
            DELETE /api/tokens/{id}                                       401      404      404       404      404     404     404      404   404
            GET /api/accounts/{email}                                     401      403      403       403      403     403     403      404   403
            PUT /api/accounts/{email}/groups                              401      403      403       403      403     403     403      404   403
            GET /api/flow                                                 401      403      403       403      403     403     200      200   403
            GET /api/diagrams                                             401      403      403       403      403     403     200      200   403
            POST /api/diagrams                                            401      403      403       403      403     403     403      400   403
            GET /api/diagrams/{key}/versions                              401      403      403       403      403     403     404      404   403
            GET /api/diagrams/{key}/versions/{version}                    401      403      403       403      403     403     404      404   403
            POST /api/diagrams/{key}/versions/{version}/restore           401      403      403       403      403     403     403      404   403
            GET /api/diagrams/{key}/rollouts                              401      403      403       403      403     403     404      404   403
            POST /api/diagrams/{key}/rollouts                             401      403      403       403      403     403     403      404   403
            GET /api/diagrams/{key}/rollouts/{id}                         401      403      403       403      403     403     404      404   403
            POST /api/diagrams/{key}/rollouts/{id}/retry                  401      403      403       403      403     403     403      404   403
            """;

    private final Map<String, Person> people = new LinkedHashMap<>();
    private Workspace wallet;

    @BeforeEach
    void everybody() {
        wallet = workspace("TENANT");
        people.put("nobody", NOBODY);
        people.put("outsider", workspace("TENANT").admin());
        people.put("reviewer", joined("WORKSPACE_REVIEWER"));
        people.put("developer", joined("WORKSPACE_DEVELOPER", miniProgram(wallet)));
        people.put("operator", joined("WORKSPACE_OPERATOR"));
        people.put("blocked", joined("WORKSPACE_ADMIN"));
        people.put("analyst", analyst());
        people.put("platform", OPERATOR);
        people.put("admin", wallet.admin());
        String blocked = row(wallet, people.get("blocked").email()).path("id").asText();
        post(wallet.admin(), wallet.path() + "/members/" + blocked + "/block", null);
        sendMails();
    }

    @Test
    void everyRouteOfTheApiAnswersEverybodyAsTheTableSays() {
        var described = new TreeSet<String>();
        get(OPERATOR, "/api/openapi.json")
                .body()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method ->
                                described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        Map<String, List<String>> table = table();
        assertThat(table.keySet()).isEqualTo(described);

        var wrong = new ArrayList<String>();
        table.forEach((route, expected) -> {
            int column = 0;
            for (Map.Entry<String, Person> person : people.entrySet()) {
                String status = expected.get(column++);
                if (!status.equals("-")) {
                    Answer answer = call(person.getValue(), route);
                    if (answer.status() != Integer.parseInt(status)) {
                        wrong.add(route + " as " + person.getKey() + ": " + answer.status() + ", not " + status);
                    }
                    if (answer.status() >= 400) {
                        assertIsProblem(answer);
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(send(OPERATOR, "DELETE", wallet.path(), null).status()).isEqualTo(204);
    }

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new TreeMap<>();
        API.lines().skip(1).forEach(line -> {
            List<String> cells = Arrays.asList(line.split(" +", -1));
            table.put(cells.get(0) + " " + cells.get(1), cells.subList(2, cells.size()));
        });
        return table;
    }

    @Test
    void everyMethodOfTheEnginesRestIsClosedToWhoIsNoOperatorOrAnalyst() throws IOException {
        JsonNode paths = json.readTree(new ClassPathResource("openapi.json").getInputStream())
                .path("paths");
        var wrong = new ArrayList<String>();
        int methods = 0;
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                methods++;
                String name = method.getKey().toUpperCase(java.util.Locale.ROOT);
                boolean reads = name.equals("GET");
                for (Map.Entry<String, Person> person : people.entrySet()) {
                    String who = person.getKey();
                    boolean mayRead = who.equals("platform") || who.equals("analyst");
                    if (who.equals("platform") && !reads) {
                        continue; // May do everything, also what would end this test
                    }
                    if (who.equals("developer") || who.equals("operator")) {
                        continue; // To the engine the same as the reviewer: no admin
                    }
                    Answer answer = call(person.getValue(), name + " /engine-rest" + path.getKey());
                    boolean right = answer.status() == (who.equals("nobody") ? 401 : 403);
                    if (reads && mayRead) {
                        right = answer.status() != 401 && answer.status() < 500;
                    }
                    if (!right) {
                        wrong.add(name + " " + path.getKey() + " as " + who + ": " + answer.status());
                    }
                }
            }
        }
        assertThat(methods).isGreaterThan(390);
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoLeavesAGroupFeelsItAtOnce() {
        Person analyst = people.get("analyst");
        String path = "/api/accounts/" + analyst.email() + "/groups";
        assertThat(get(analyst, "/engine-rest/process-definition").status()).isEqualTo(200);
        assertThat(send(OPERATOR, "PUT", path, Map.of("groups", List.of())).status())
                .isEqualTo(200);
        inVain(403, () -> get(analyst, "/engine-rest/process-definition"));
        inVain(400, () -> send(OPERATOR, "PUT", path, Map.of("groups", List.of("king"))));
        inVain(400, () -> send(OPERATOR, "PUT", path, Map.of()));
        Answer own = inVain(
                409,
                () -> send(OPERATOR, "PUT", "/api/accounts/operator@localhost/groups", Map.of("groups", List.of())));
        assertThat(own.type()).isEqualTo("urn:roster:problem:own-membership");
        send(OPERATOR, "PUT", path, Map.of("groups", List.of("platform-operator")));
        assertThat(get(analyst, wallet.path()).status()).isEqualTo(200);
    }

    @Test
    void theFirstAdminsWhomAFormerOperatorInvitedCanBeInvitedAgain() {
        Person second = people.get("analyst");
        String groups = "/api/accounts/" + second.email() + "/groups";
        send(OPERATOR, "PUT", groups, Map.of("groups", List.of("platform-operator")));
        Answer opened = post(
                second,
                "/api/workspaces",
                Map.of("name", "Shop", "type", "TENANT", "admin", Map.of("name", "Ada", "email", address())));
        send(OPERATOR, "PUT", groups, Map.of("groups", List.of()));
        JsonNode row = get(OPERATOR, "/api/workspaces/" + opened.id() + "/members")
                .body()
                .path("items")
                .path(0);
        assertThat(row.path("status").asText()).isEqualTo("INVITATION_EXPIRED");
        assertThat(post(OPERATOR, row.path("self").asText() + "/resend", null).status())
                .isEqualTo(200);
    }

    @Test
    void aPageOfAnotherSiteChangesNothing() {
        String path = wallet.path() + "/mini-programs";
        for (String site : List.of("cross-site", "same-site")) {
            inVain(403, () -> send(fromSite(site, path)));
            inVain(403, () -> send(fromSite(site, Door.START)));
        }
        assertThat(send(fromSite("same-origin", path)).status()).isEqualTo(201);
        assertThat(send(request(wallet.admin(), path).header("Sec-Fetch-Site", "cross-site"))
                        .status())
                .isEqualTo(200);
    }

    private java.net.http.HttpRequest.Builder fromSite(String site, String path) {
        return request(wallet.admin(), path)
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString("{\"name\": \"Bus\"}"));
    }

    private Answer call(Person who, String route) {
        String[] parts = route.split(" ", 2);
        String path = parts[1].replace("{workspace}", wallet.id())
                .replace("{id}", parts[1].startsWith("/api") ? UUID.randomUUID().toString() : "x")
                .replace("{version}", "99")
                .replaceAll("\\{[^}]+}", "x");
        return send(request(who, path)
                .setHeader("Content-Type", path.equals("/api/diagrams") ? "application/xml" : "application/json")
                .method(parts[0], parts[0].equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
    }

    private Person joined(String role, String... miniPrograms) {
        String email = address();
        invite(wallet, email, role, miniPrograms);
        sendMails();
        return join(email);
    }
}
