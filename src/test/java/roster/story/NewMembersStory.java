package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which admins invite one person or many keeps the rules of the API; run on each database. */
abstract class NewMembersStory extends FaultsStory {

    private Workspace wallet;
    private Reader ada;
    private String page;

    @BeforeEach
    void open() {
        wallet = workspace("TENANT");
        ada = new Reader(port, "en").signsIn(wallet.admin());
        page = "/workspaces/" + wallet.id() + "/members/new";
    }

    @Test
    void ofAListEachRowIsInvitedOrSaysWhyNot() {
        String ben = address();
        String eve = address();
        String answer = sends(Map.of(
                "people",
                String.join(
                        "\n",
                        ben,
                        ben.toUpperCase(Locale.ROOT),
                        "Ben <" + ben + ">",
                        "nonsense@",
                        " " + wallet.admin().email() + " ",
                        eve)));
        assertThat(answer).contains("Invited: 2", "Not invited: 4", "nonsense@");
        sendMails();
        assertThat(mails(ben)).hasSize(1);
        assertThat(mails(eve)).hasSize(1);
        assertThat(mails(wallet.admin().email())).hasSize(1);
        assertThat(get(wallet.admin(), wallet.path() + "/members").body().path("items"))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ben@example.com;", "ben@example..com", "Ben", "ben@example.com\r\nBcc: eve@example.com"})
    void whatIsNoAddressIsNamedAndNotStored(String typed) {
        Stock before = stock();
        String answer = sends(Map.of("name", "Ben", "email", typed));
        assertThat(answer).contains("is-invalid");
        assertThat(stock()).isEqualTo(before);
    }

    @Test
    void whoIsThereAlreadyIsRefusedAsOverTheApi() {
        String ben = address();
        sends(Map.of("name", "Ben", "email", "  " + ben + " "));
        sendMails();
        join(ben);
        Stock before = stock();
        assertThat(sends(Map.of("name", "Ben", "email", ben.toUpperCase(Locale.ROOT))))
                .contains("This address is on the member list already, with the status “Active”.");
        assertThat(stock()).isEqualTo(before);
    }

    @Test
    void aDoubleClickInvitesOnceAndMailsOnce() throws Exception {
        String ben = address();
        var other = new Reader(port, "en").signsIn(wallet.admin());
        Map<String, String> typed = Map.of("name", "Ben", "email", ben, "role", "WORKSPACE_OPERATOR");
        atOnce(List.of(() -> ada.sends(page, page, typed), () -> other.sends(page, page, typed)));
        sendMails();
        assertThat(mails(ben)).hasSize(1);
        assertThat(get(wallet.admin(), wallet.path() + "/members").body().path("items"))
                .hasSize(2);
    }

    private String sends(Map<String, String> typed) {
        var fields = new java.util.LinkedHashMap<>(typed);
        fields.put("role", "WORKSPACE_OPERATOR");
        var answer = ada.sends(page, page, fields);
        assertThat(answer.statusCode()).isLessThan(500);
        return answer.body();
    }
}
