package roster.member;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import roster.account.Person;

/** Keeps the names on the member lists those of the accounts. */
@Component
class MemberNames {

    private final JdbcClient jdbc;

    MemberNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void rename(Person.Renamed renamed) {
        jdbc.sql("update member set name = :name, version = version + 1 where account = :account")
                .param("name", renamed.person().name())
                .param("account", renamed.person().id())
                .update();
    }
}
