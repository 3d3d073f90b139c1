package roster.story;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One row and nothing else, through the same web server, the same sign-in and the same reading and writing of JSON. */
@RestController
class PlainInsert {

    record Invited(UUID id, String name, String email, String role) {}

    record Wanted(String name, String email, String role) {}

    private final JdbcClient jdbc;

    PlainInsert(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql(
                        "create table plain_insert (id uuid primary key, name varchar(200), email varchar(254), role varchar(30))")
                .update();
    }

    @PostMapping("/api/plain-inserts")
    @ResponseStatus(HttpStatus.CREATED)
    Invited insert(@RequestBody Wanted wanted) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into plain_insert values (?, ?, ?, ?)")
                .params(id, wanted.name(), wanted.email(), wanted.role())
                .update();
        return new Invited(id, wanted.name(), wanted.email(), wanted.role());
    }
}
