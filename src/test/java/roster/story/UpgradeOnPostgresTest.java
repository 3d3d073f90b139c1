package roster.story;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.zip.GZIPInputStream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@Import(UpgradeOnPostgresTest.Database.class)
class UpgradeOnPostgresTest extends UpgradeStory {

    UpgradeOnPostgresTest() {
        super(
                "K8NlljX5SJyGr3LNgqC1ygAAAAF8f_-cIvXALGwILMukXtDS0X9NXwIIzeiGPSIQ2CZ-Vg",
                "ABLQYskldvjCTcjo_Xk7vdvfRTF8c0ZHWPOLwF2eCyU");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Database extends InvitationOnPostgresTest.Database {

        @Bean
        @Override
        HikariDataSource dataSource(EmbeddedPostgres postgres) {
            restore(postgres);
            return super.dataSource(postgres);
        }

        private static void restore(EmbeddedPostgres postgres) {
            try (var dump = new GZIPInputStream(Database.class.getResourceAsStream("/upgrade/v1-postgres.sql.gz"));
                    var database = postgres.getPostgresDatabase().getConnection();
                    var script = database.createStatement()) {
                script.execute(new String(dump.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException | SQLException failure) {
                throw new AssertionError(failure);
            }
        }
    }
}
