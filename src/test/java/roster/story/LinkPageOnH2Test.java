package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.springframework.test.context.TestPropertySource;
import roster.browser.Browser;

/** The page behind the link, in a real browser, which may have its scripts switched off. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:story;DB_CLOSE_DELAY=-1")
class LinkPageOnH2Test extends FaultsStory {

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void somebodyJoinsOnThePageAndTheSecondClickSaysSo(boolean scripts) throws IOException {
        Workspace wallet = workspace("TENANT");
        String ben = address();
        invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        String page = "http://127.0.0.1:" + port + "/invitations/" + link(ben);
        try (Browser browser = scripts ? Browser.open("en") : Browser.openWithoutScripts("en")) {
            WebDriver driver = browser.driver();
            driver.get(page);
            assertThat(text(driver)).contains("Wallet", ben);
            assertThat(status(wallet, ben)).isEqualTo("INVITATION_SENT");
            browser.screenshot("link");

            driver.findElement(By.id("name")).clear();
            driver.findElement(By.id("name")).sendKeys("Ben Bee");
            driver.findElement(By.id("password")).sendKeys("their-password");
            driver.findElement(By.tagName("button")).click();
            assertThat(text(driver)).contains("You have joined");
            assertThat(status(wallet, ben)).isEqualTo("ACTIVE");
            assertThat(row(wallet, ben).path("name").asText()).isEqualTo("Ben Bee");

            driver.get(page);
            assertThat(text(driver)).contains("accepted already");
            assertThat(driver.findElements(By.tagName("form"))).isEmpty();
        }
    }

    private static String text(WebDriver driver) {
        return driver.findElement(By.tagName("main")).getText();
    }
}
