package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Admins who act on each other at the same moment; run on each database. */
abstract class AdminsStory extends FaultsStory {

    abstract int rounds();

    /** Of each pair of actions, one is done: the second admin is none any more, or was acted on first. */
    @ParameterizedTest
    @CsvSource({
        "BLOCK, BLOCK, API, API",
        "BLOCK, SET_ROLE, API, ENGINE",
        "DELETE, DELETE, ENGINE, API",
        "SET_ROLE, DELETE, ENGINE, ENGINE"
    })
    void exactlyOneOfTwoStays(String first, String second, MemberDoor firstDoor, MemberDoor secondDoor)
            throws Exception {
        Workspace wallet = workspace("TENANT");
        String email = address();
        invite(wallet, email, "WORKSPACE_ADMIN");
        sendMails();
        Person other = join(email);
        List<Map<String, Object>> both = jdbc.sql("select * from member where workspace = cast(? as uuid)")
                .param(wallet.id())
                .query()
                .listOfRows();
        String ada = row(wallet, wallet.admin().email()).path("id").asText();
        String cleo = row(wallet, email).path("id").asText();
        for (int round = 0; round < rounds(); round++) {
            List<Answer> answers = atOnce(List.of(
                    () -> firstDoor.act(this, wallet.admin(), wallet.id(), cleo, first, input(first)),
                    () -> secondDoor.act(this, other, wallet.id(), ada, second, input(second))));
            assertThat(answers).extracting(Answer::status).allMatch(status -> status < 500);
            assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
            assertThat(activeAdmins(wallet)).as("round " + round).isEqualTo(1);
            restore(both);
        }
    }

    private long activeAdmins(Workspace wallet) {
        return jdbc.sql(
                        "select count(*) from member where workspace = cast(? as uuid) and status = 'ACTIVE' and role = 'WORKSPACE_ADMIN'")
                .param(wallet.id())
                .query(Long.class)
                .single();
    }

    /** Both are Active admins again, as if nothing had happened. */
    private void restore(List<Map<String, Object>> rows) {
        for (Map<String, Object> row : rows) {
            jdbc.sql("delete from member where id = ?").param(row.get("id")).update();
            List<String> columns = List.copyOf(row.keySet());
            jdbc.sql("insert into member (" + String.join(", ", columns) + ") values ("
                            + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")")
                    .params(List.copyOf(row.values()))
                    .update();
        }
    }

    private static Map<String, ?> input(String action) {
        return action.equals("SET_ROLE") ? Map.of("role", "WORKSPACE_OPERATOR") : Map.of();
    }
}
