package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Names are texts wherever they are shown: nothing in them runs, links or loads; run on each database. */
abstract class MarkupStory extends FaultsStory {

    private static final String LINK = "<a href=\"https://evil.example\">Reset</a>";
    private static final String SCRIPT = "{{1+1}}<script>alert(1)</script>[[${1+1}]]";

    @Autowired
    private HistoryService history;

    private Workspace wallet;
    private String ben;

    @BeforeEach
    void open() {
        String ada = address();
        var admin = Map.of("name", SCRIPT, "email", ada);
        String id = post(OPERATOR, "/api/workspaces", Map.of("name", SCRIPT, "type", "TENANT", "admin", admin))
                .id();
        sendMails();
        assertThat(accept(NOBODY, link(ada), Map.of("name", SCRIPT, "password", "their-password"))
                        .status())
                .isEqualTo(201);
        wallet = new Workspace(id, new Person(ada, "their-password"));
        ben = address();
    }

    @ParameterizedTest
    @EnumSource
    void markUpInNamesIsTextInTheMailOnThePagesAndForTheEngine(Door door) throws Exception {
        String id = invited(door, wallet, with(input(ben, "WORKSPACE_OPERATOR"), "name", LINK));
        String html = html(mails(ben).get(0));
        isText(html);
        assertThat(html).contains("&lt;a href=", "{{1+1}}&lt;script&gt;");
        assertThat(mails(ben).get(0).getSubject()).contains(SCRIPT);
        assertThat(mails(ben).get(0).getAllRecipients()).hasSize(1);
        var reader = new Reader(port, "en").signsIn(wallet.admin());
        String members = "/workspaces/" + wallet.id() + "/members";
        for (String page : new String[] {members, members + "/" + id, members + "/" + id + "/withdraw", "/"}) {
            isText(reader.visits(page).body());
        }
        assertThat(reader.visits(members).body()).contains("&lt;a href=");
        isText(new Reader(port, "en").visits("/invitations/" + link(ben)).body());
        assertThat(history.createHistoricVariableInstanceQuery()
                        .tenantIdIn(wallet.id())
                        .list())
                .noneMatch(variable -> String.valueOf(variable.getValue()).contains("<"));
    }

    private static void isText(String page) {
        assertThat(page).doesNotContain("<a href=\"https://evil.example", "<script>alert", "]]>2", "[[2]]");
    }

    private static String html(Part part) throws Exception {
        return part.getContent() instanceof Multipart several
                ? html(several.getBodyPart(several.getCount() - 1))
                : (String) part.getContent();
    }
}
