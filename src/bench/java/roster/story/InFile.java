package roster.story;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** H2 in a file of its own, as the default is. */
class InFile implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.datasource.url=jdbc:h2:file:./target/bench/" + UUID.randomUUID())
                .applyTo(context);
    }

    static void reopen(DataSource database) throws SQLException {
        new JdbcTemplate(database).execute("shutdown");
        database.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }
}
