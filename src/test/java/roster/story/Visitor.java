package roster.story;

import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import roster.browser.Browser;

/** Somebody at a browser, who knows pages by what they say. */
final class Visitor {

    private final Browser browser;
    private final String base;

    Visitor(Browser browser, String base) {
        this.browser = browser;
        this.base = base;
    }

    void visits(String path) {
        browser.driver().get(base + path);
    }

    void signsIn(String email, String password) {
        visits("/login");
        types("Email", email);
        types("Password", password);
        presses("Sign in");
    }

    /** Replaces what is in the field with this label. */
    void types(String label, String text) {
        WebElement field = field(label);
        field.clear();
        field.sendKeys(text);
    }

    WebElement field(String label) {
        WebElement found = visible(By.xpath("//label[normalize-space()='" + label + "']"));
        return browser.driver().findElement(By.id(found.getDomAttribute("for")));
    }

    /** Follows a link, or chooses something by its label. */
    void clicks(String text) {
        until(By.xpath("//*[self::a or self::label or self::summary or self::button][contains(normalize-space(), '"
                + text + "')]"));
    }

    void presses(String button) {
        until(By.xpath("//button[normalize-space()='" + button + "']"));
    }

    void sees(String text) {
        await().until(driver -> driver.findElement(By.tagName("body")).getText().contains(text));
    }

    WebElement visible(By what) {
        return await().until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    /** Clicks the first that can be clicked, also where the page is just being renewed. */
    private void until(By what) {
        await().until(driver -> {
            for (WebElement each : driver.findElements(what)) {
                if (each.isDisplayed()) {
                    each.click();
                    return true;
                }
            }
            return false;
        });
    }

    private WebDriverWait await() {
        var wait = new WebDriverWait(browser.driver(), Duration.ofSeconds(10), Duration.ofMillis(50));
        wait.ignoring(StaleElementReferenceException.class);
        return wait;
    }
}
