package roster.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose token it is. Asked at every request of a program, so it is read by hand: having it mapped took a third of the sign-in. */
@Component
class TokenHolders {

    private final JdbcClient jdbc;

    TokenHolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> find(String hash, Instant now) {
        return jdbc.sql("""
                        select a.id, a.email, a.name, a.operator, a.analyst, a.language, a.time_zone, a.password_version
                        from account a join api_token t on t.account = a.id
                        where t.hash = ? and (t.expires_at is null or t.expires_at > ?)""")
                .params(hash, now.atOffset(ZoneOffset.UTC))
                .query(TokenHolders::person)
                .optional();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        String language = row.getString("language");
        String timeZone = row.getString("time_zone");
        return new Person(
                row.getObject("id", UUID.class),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                row.getBoolean("operator"),
                row.getBoolean("analyst"),
                new Preferences(
                        language == null ? null : Language.valueOf(language),
                        timeZone == null ? null : ZoneId.of(timeZone)),
                row.getInt("password_version"));
    }
}
