package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import roster.browser.Browser;

/** Somebody at a browser, who knows pages by what they say. Waits for what is to come, at most half a minute. */
final class Visitor {

    private final Browser browser;
    private final String base;

    Visitor(Browser browser, String base) {
        this.browser = browser;
        this.base = base;
        browser.driver().manage().deleteAllCookies();
        browser.resize(1280, 900);
        browser.dark(false);
    }

    Visitor visits(String path) {
        browser.driver().get(base + path);
        return this;
    }

    Visitor signsIn(Story.Person person) {
        visits("/login");
        types("Email", person.email());
        types("Password", person.password());
        presses("Sign in");
        await().until(ExpectedConditions.not(ExpectedConditions.urlContains("/login")));
        return this;
    }

    /** Replaces what is in the field with this label. */
    Visitor types(String label, String text) {
        String id = visible("//label[normalize-space()='" + label + "']").getDomAttribute("for");
        WebElement field = browser.driver().findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** Types over what is in the field with this id, which is not empty meanwhile. */
    Visitor overwrites(String id, CharSequence text) {
        visible("//*[@id='" + id + "']").sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
        return this;
    }

    /** Chooses by label, also where the label belongs to a group. */
    Visitor chooses(String label) {
        return clicks("//label[normalize-space()='" + label + "']");
    }

    /** Chooses from the list with this label. */
    Visitor selects(String label, String option) {
        String id = visible("//label[normalize-space()='" + label + "']").getDomAttribute("for");
        new Select(browser.driver().findElement(By.id(id))).selectByVisibleText(option);
        return this;
    }

    Visitor follows(String link) {
        return clicks("//main//a[contains(normalize-space(), '" + link + "')]");
    }

    Visitor presses(String button) {
        return clicks("//button[normalize-space()='" + button + "']");
    }

    Visitor pressesInDialog(String button) {
        return clicks("//*[@id='dialog']//*[self::a or self::button][normalize-space()='" + button + "']");
    }

    Visitor seesDialog(String title) {
        visible("//*[@id='dialog']//h1[normalize-space()='" + title + "']");
        return this;
    }

    Visitor opens(String summary) {
        return clicks("//summary[normalize-space()='" + summary + "']");
    }

    /** What the row of the member list with this address offers. */
    Visitor acts(String action, String email) {
        clicks("//tr[.//*[normalize-space()='" + email + "']]//a[starts-with(normalize-space(), '" + action + "')]");
        visible("//*[@id='dialog']//h1");
        return this;
    }

    Visitor seesInRow(String email, String text) {
        visible("//tr[.//*[normalize-space()='" + email + "']][contains(normalize-space(), '" + text + "')]");
        return this;
    }

    Visitor seesNoRow(String email) {
        await().until(ExpectedConditions.invisibilityOfElementLocated(
                By.xpath("//tr[.//*[normalize-space()='" + email + "']]")));
        return this;
    }

    Visitor sees(String text) {
        await().withMessage(() -> "page that says: " + text + ", but it says: " + text())
                .until(driver -> text().contains(text));
        return this;
    }

    /** Waits until it is gone. */
    Visitor seesNoMore(String text) {
        await().withMessage(() -> "page that no longer says: " + text + ", but it says: " + text())
                .until(driver -> !text().contains(text));
        return this;
    }

    /** On the drawn diagram. */
    Visitor seesMarked(String element) {
        await().withMessage(() -> "diagram that marks " + element)
                .until(driver -> !driver.findElements(By.cssSelector("svg .stands[data-element-id=" + element + "]"))
                        .isEmpty());
        return this;
    }

    /** Somewhere on the drawn diagram. */
    Visitor seesDrawn(String element) {
        visible("//*[local-name()='g'][@data-element-id='" + element + "']");
        return this;
    }

    /** A number that lies on the drawn diagram. */
    Visitor seesOn(String element, String count, String number) {
        By badge = By.cssSelector(".djs-overlays[data-container-id=" + element + "] ." + count);
        await().withMessage(() -> "diagram with " + count + " " + number + " on " + element)
                .until(driver -> driver.findElements(badge).stream()
                        .anyMatch(found -> found.getText().equals(number)));
        return this;
    }

    String text() {
        return browser.driver().findElement(By.tagName("body")).getText();
    }

    /** Nobody is kept out, nothing runs over the edge, and the browser has refused nothing. */
    Visitor shows(String picture) {
        try {
            browser.screenshot(picture);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        assertThat(browser.barriers()).as(picture).isEmpty();
        assertThat(browser.refusals()).as(picture).isEmpty();
        assertThat(browser.driver().executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                .as(picture + " fits the width")
                .isEqualTo(true);
        return this;
    }

    private WebElement visible(String what) {
        return await().until(ExpectedConditions.visibilityOfElementLocated(By.xpath(what)));
    }

    /** Clicks the first that can be clicked, also where the page is just being renewed; brings it into view first, for the driver alone does not always. */
    private Visitor clicks(String what) {
        await().withMessage(() -> what + " on: " + text())
                .until(driver -> driver.findElements(By.xpath(what)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .map(element -> {
                            browser.driver()
                                    .executeScript(
                                            "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})",
                                            element);
                            element.click();
                            return true;
                        })
                        .orElse(false));
        return this;
    }

    private WebDriverWait await() {
        var wait = new WebDriverWait(browser.driver(), Duration.ofSeconds(30), Duration.ofMillis(100));
        wait.ignoring(StaleElementReferenceException.class).ignoring(ElementNotInteractableException.class);
        return wait;
    }
}
