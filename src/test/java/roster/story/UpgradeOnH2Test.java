package roster.story;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class UpgradeOnH2Test extends UpgradeStory {

    static final String CLEOS_LINK = "qrkCaQclSXu5MGbRpXMCvAAAAAEgzzNivlQUN_9Uhw_mz3Bk293Px1g_Id73C-4oiBGnSw";
    static final String ADAS_TOKEN = "RGwwK3yoqyaJez_SsKtl0Ho8jbm0azNgM2Xyyeq4J0M";
    private static final String URL = "jdbc:h2:mem:upgrade;DB_CLOSE_DELAY=-1";

    UpgradeOnH2Test() {
        super(CLEOS_LINK, ADAS_TOKEN);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws SQLException {
        restore(URL);
        properties.add("spring.datasource.url", () -> URL);
    }

    static void restore(String url) throws SQLException {
        try (var database = DriverManager.getConnection(url, "sa", "");
                var script = database.createStatement()) {
            script.execute("runscript from 'classpath:upgrade/v1-h2.sql.gz' compression gzip");
        }
    }
}
