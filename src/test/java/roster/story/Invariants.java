package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is true of store, engine and history while nobody acts, whatever has happened. Each is asked for what breaks it. */
record Invariants(JdbcClient jdbc) {

    private static final Map<String, String> QUERIES = read();

    /** In these workspaces, when all jobs have run. */
    void hold(List<String> workspaces) {
        QUERIES.forEach((invariant, query) -> assertThat(jdbc.sql(query)
                        .param(
                                "workspaces",
                                workspaces.stream().map(UUID::fromString).toList())
                        .param("tenants", workspaces)
                        .param("now", ClockUtil.getCurrentTime().toInstant().atOffset(ZoneOffset.UTC))
                        .query(String.class)
                        .list())
                .as(invariant)
                .isEmpty());
    }

    /** Each query stands under the sentence that it proves. */
    private static Map<String, String> read() {
        try {
            var queries = new LinkedHashMap<String, String>();
            String all = new ClassPathResource("model/invariants.sql").getContentAsString(StandardCharsets.UTF_8);
            Pattern.compile(";\\s*").splitAsStream(all.strip()).forEach(each -> {
                int end = each.indexOf('\n');
                queries.put(each.substring("-- ".length(), end), each.substring(end));
            });
            return queries;
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }
}
