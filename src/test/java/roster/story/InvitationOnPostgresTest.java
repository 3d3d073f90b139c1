package roster.story;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@Import(InvitationOnPostgresTest.Database.class)
class InvitationOnPostgresTest extends InvitationStory {

    /** As beans, so that the server stops after the pool that talks to it. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Database {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        }

        @Bean
        HikariDataSource dataSource(EmbeddedPostgres postgres) {
            HikariDataSource pool = DataSourceBuilder.create()
                    .type(HikariDataSource.class)
                    .url(postgres.getJdbcUrl("postgres", "postgres"))
                    .username("postgres")
                    .password("postgres")
                    .build();
            pool.setMaximumPoolSize(20);
            return pool;
        }
    }
}
