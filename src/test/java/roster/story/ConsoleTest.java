package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import roster.browser.Browser;

@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:story;DB_CLOSE_DELAY=-1")
class ConsoleTest extends Story {

    private static Browser browser;

    private Visitor ada;

    @BeforeAll
    static void open() {
        browser = Browser.open("en");
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void fresh() {
        browser.driver().manage().deleteAllCookies();
        browser.resize(1280, 900);
        browser.dark(false);
        ada = new Visitor(browser, "http://127.0.0.1:" + port);
    }

    @Test
    void looks() throws IOException {
        Workspace wallet = workspace("TENANT");
        miniProgram(wallet);
        invite(wallet, address(), "WORKSPACE_OPERATOR");
        String ben = address();
        invite(wallet, ben, "WORKSPACE_REVIEWER");
        sendMails();
        ada.visits("/");
        browser.screenshot("sign-in");
        ada.signsIn(wallet.admin().email(), wallet.admin().password());
        browser.screenshot("workspaces");
        ada.visits("/workspaces/" + wallet.id() + "/members");
        browser.screenshot("members");
        ada.clicks("New Members");
        ada.sees("Several people at once");
        browser.screenshot("new-members");
        ada.clicks("Workspace Developer");
        ada.sees("Taxi");
        browser.screenshot("new-members-developer");
        ada.visits("/account");
        browser.screenshot("account");
        ada.visits("/workspaces/" + wallet.id() + "/mini-programs");
        browser.screenshot("mini-programs");
        ada.visits("/invitations/" + link(ben));
        browser.screenshot("invitation-other");
        browser.driver().manage().deleteAllCookies();
        ada.visits("/invitations/" + link(ben));
        browser.screenshot("invitation");
        assertThat(List.of(1)).hasSize(1);
    }
}
