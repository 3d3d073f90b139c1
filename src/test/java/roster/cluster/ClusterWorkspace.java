package roster.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A workspace of the cluster, with its first admin.
 *
 * @param link the token of the link that the admin was mailed
 */
record ClusterWorkspace(String id, String email, String password, String link, Caller admin) {

    static ClusterWorkspace open(Cluster cluster) {
        String email = "ada-" + UUID.randomUUID() + "@example.com";
        String password = "password of " + email;
        var opened = cluster.operator()
                .post(
                        "/api/workspaces",
                        Map.of("name", "Wallet", "type", "TENANT", "admin", Map.of("name", "Ada", "email", email)));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        String link = cluster.link(email);
        var joined = cluster.nobody()
                .post("/api/invitations/" + link + "/acceptance", Map.of("name", "Ada", "password", password));
        assertThat(joined.status()).as(joined.text()).isEqualTo(201);
        return new ClusterWorkspace(opened.id(), email, password, link, cluster.byToken(email, password));
    }

    String path() {
        return "/api/workspaces/" + id;
    }

    Caller.Answer invite(Caller caller, String address) {
        return caller.post(
                path() + "/invitations",
                Map.of("name", "Ben", "email", address, "role", "WORKSPACE_REVIEWER", "miniPrograms", List.of()));
    }
}
