package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What measurements have in common: a story to begin with, many copies of it, and a table of {@link Measurements}. One is an abstract class, and a class
 * whose name ends in {@code Bench} for each database: with {@link InFile} on H2, with the {@code Database} of {@link InvitationOnPostgresTest} on PostgreSQL.
 */
abstract class Bench extends Story {

    @Autowired
    DataSource database;

    /**
     * Seven of ten finished invitations were accepted, the others withdrawn or resent before; half of the open ones have expired. All spread over workspaces,
     * of which the first is told and the others are like it, and over half a year.
     *
     * @param wallet of type TENANT
     */
    void load(Workspace wallet, int workspaces, int finished, int open) throws SQLException {
        Answer accepted = invite(wallet, address(), "WORKSPACE_OPERATOR");
        Answer resent = invite(wallet, address(), "WORKSPACE_REVIEWER");
        Answer withdrawn = invite(wallet, address(), "WORKSPACE_OPERATOR");
        Answer expiredAndWithdrawn = invite(wallet, address(), "WORKSPACE_REVIEWER");
        Answer expired = invite(wallet, address(), "WORKSPACE_OPERATOR");
        sendMails();
        wait(Duration.ofHours(5));
        join(accepted.body().path("email").asText());
        act(wallet, withdrawn, "withdraw");
        wait(Duration.ofDays(3));
        fireTimers();
        act(wallet, expiredAndWithdrawn, "withdraw");
        act(wallet, resent, "resend");
        sendMails();
        wait(Duration.ofHours(7));
        join(resent.body().path("email").asText());
        Answer waiting = invite(wallet, address(), "WORKSPACE_REVIEWER");
        sendMails();

        List<UUID> places = workspaces(UUID.fromString(wallet.id()), workspaces);
        var copies = new Copies(database, Copies.HALF_A_YEAR);
        copies.want(finished * 70 / 100, accepted.id(), places);
        copies.want(finished * 5 / 100, resent.id(), places);
        copies.want(finished * 15 / 100, withdrawn.id(), places);
        copies.want(finished * 10 / 100, expiredAndWithdrawn.id(), places);
        copies.want(open / 2, waiting.id(), places);
        copies.want(open / 2, expired.id(), places);
        copies.make();
    }

    /** Lets a database that reads its file itself begin with empty caches. */
    void reopen() throws SQLException {}

    long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<UUID> workspaces(UUID first, int number) {
        var ids = new ArrayList<UUID>(List.of(first));
        while (ids.size() < number) {
            UUID id = UUID.randomUUID();
            jdbc.sql("""
                            insert into workspace (id, name, type, created_at, version)
                            select ?, name, type, created_at, 0 from workspace where id = ?""").params(id, first).update();
            ids.add(id);
        }
        return ids;
    }

    private void act(Workspace wallet, Answer invitation, String action) {
        Answer done = post(wallet.admin(), invitation.body().path("self").asText() + "/" + action, null);
        assertThat(done.status()).as(done.text()).isBetween(200, 204);
    }
}
