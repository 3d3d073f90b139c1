package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From commit 64bc2b1 on Roster had migration V4, and V2 and V3 only some commits later: whoever ran it meanwhile gets them after V4. */
class UpgradeWithSessionsOnH2Test extends UpgradeStory {

    private static final String URL = "jdbc:h2:mem:upgrade-with-sessions;DB_CLOSE_DELAY=-1";

    @TempDir
    static Path migrations;

    UpgradeWithSessionsOnH2Test() {
        super(UpgradeOnH2Test.CLEOS_LINK, UpgradeOnH2Test.ADAS_TOKEN);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws SQLException {
        UpgradeOnH2Test.restore(URL);
        migrateToSessionsAlone();
        properties.add("spring.datasource.url", () -> URL);
    }

    private static void migrateToSessionsAlone() {
        String sessions = "V4__session.sql";
        try (var script = Flyway.class.getResourceAsStream("/db/migration/" + sessions)) {
            Files.copy(script, migrations.resolve(sessions));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        Flyway.configure()
                .dataSource(URL, "sa", "")
                .locations("filesystem:" + migrations)
                .ignoreMigrationPatterns("*:missing")
                .load()
                .migrate();
    }

    @Test
    void theOthersFollowed() {
        assertThat(jdbc.sql(
                                "select \"version\" from \"flyway_schema_history\" where \"version\" is not null order by \"installed_rank\"")
                        .query(String.class)
                        .list())
                .startsWith("1", "4", "2", "3");
    }
}
