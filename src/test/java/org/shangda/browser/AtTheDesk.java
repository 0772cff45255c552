package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** What one does on the product's own pages, above all at the desk, 工作台. */
class AtTheDesk {

    static final Dimension SCREEN = new Dimension(1366, 900);
    static final Dimension PHONE = new Dimension(390, 844);

    private static final Path AXE = Path.of("target/npm/axe-core/package/axe.min.js");

    private final Browser browser;
    private final ChromeDriver driver;

    AtTheDesk(Browser browser) {
        this.browser = browser;
        this.driver = browser.driver();
        driver.executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of(
                        "source",
                        "window.violations = [];"
                                + " addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective + ' ' + e.blockedURI));"));
    }

    /** A phone is as wide as it is, whatever the least width of a window. */
    AtTheDesk on(Dimension screen) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", screen.width, "height", screen.height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    AtTheDesk inEnglish() {
        browser.askForEnglish();
        return this;
    }

    /** Comes without a session, by the product's address alone. */
    AtTheDesk comes(String person) {
        browser.clear();
        browser.page("/");
        logIn(person);
        browser.find(".tabs");
        return this;
    }

    /** By a link, as from a mail. */
    AtTheDesk comes(String person, String address) {
        browser.clear();
        browser.page(address);
        logIn(person);
        return this;
    }

    private void logIn(String person) {
        browser.find("dialog.log-in-again input[name=username]").sendKeys(person);
        browser.find("dialog.log-in-again input[name=password]").sendKeys("demo");
        browser.find("dialog.log-in-again button[type=submit]").click();
        browser.await(
                () -> driver.findElements(By.cssSelector("dialog.log-in-again")).isEmpty());
    }

    AtTheDesk list(String name) {
        browser.click(Chromium.xpath("//nav[contains(@class, 'tabs')]//a[normalize-space(span)='%s']", name));
        browser.find(
                Chromium.xpath("//nav[contains(@class, 'tabs')]//a[@aria-current][normalize-space(span)='%s']", name));
        return this;
    }

    /** How many are in a list. */
    int count(String name) {
        return Integer.parseInt(
                browser.find(Chromium.xpath("//nav[contains(@class, 'tabs')]//a[normalize-space(span)='%s']/b", name))
                        .getText());
    }

    AtTheDesk open(String number) {
        browser.click(By.cssSelector("tr[data-number='" + number + "'] .what a"));
        return form();
    }

    AtTheDesk form() {
        browser.find("#form .fjs-form");
        return this;
    }

    /** What is open. */
    String title() {
        return browser.find("#form h2").getText();
    }

    AtTheDesk tick(String number) {
        browser.click(By.cssSelector("tr[data-number='" + number + "'] input[type=checkbox]"));
        return this;
    }

    /** The button under the form. */
    AtTheDesk submit() {
        browser.click(By.cssSelector("#form .send button.main"));
        return this;
    }

    /**
     * Presses TAB until the cursor is there, past nothing on which it cannot be seen.
     *
     * @param css of where it is to come
     */
    AtTheDesk tabTo(String css) {
        return keyTo(css, keys -> keys.sendKeys(Keys.TAB));
    }

    /** @param label of a field of the open form, without the star of what is required */
    AtTheDesk tabToField(String label) {
        String field = browser.find(Chromium.xpath("//label[@for][normalize-space(translate(., '*', ''))='%s']", label))
                .getDomAttribute("for");
        return tabTo("[id='" + field + "']");
    }

    AtTheDesk tabBackTo(String css) {
        return keyTo(css, keys -> keys.keyDown(Keys.SHIFT).sendKeys(Keys.TAB).keyUp(Keys.SHIFT));
    }

    private AtTheDesk keyTo(String css, UnaryOperator<Actions> pressed) {
        for (int times = 0; times < 150; times++) {
            pressed.apply(new Actions(driver)).perform();
            if (at(css)) {
                return this;
            }
        }
        throw new AssertionError("No key leads to " + css);
    }

    private boolean at(String css) {
        List<?> found = (List<?>) driver.executeScript("""
                const at = document.activeElement;
                const shown = (one) => one && (getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none');
                const seen = at === document.body || shown(at) || shown(at.closest('.fjs-input-group, .choose, .fjs-dropdownlist'));
                return [at.matches(arguments[0]), seen, at.outerHTML.slice(0, 200)];
                """, css);
        assertThat(found.get(1)).as("the cursor is seen on " + found.get(2)).isEqualTo(true);
        return (boolean) found.get(0);
    }

    /** Whether the cursor is there, or comes there. */
    AtTheDesk isAt(String css) {
        browser.await(() -> (Boolean) driver.executeScript("return document.activeElement.matches(arguments[0])", css));
        return this;
    }

    /** What has become of what was sent. */
    String said() {
        return browser.find(".said").getText();
    }

    /** What is wrong for people who hear, press keys or see little; empty where nothing is. */
    List<?> obstacles() {
        try {
            driver.executeScript(Files.readString(AXE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (List<?>) driver.executeAsyncScript("const done = arguments[0];"
                + " axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })"
                + ".then((found) => done(found.violations.map((one) => one.id + ': '"
                + " + one.nodes.map((node) => node.html.slice(0, 160)).join(' | '))))");
    }

    List<?> violations() {
        return (List<?>) driver.executeScript("return window.violations");
    }

    /** By how many pixels the page is too wide. */
    long tooWide() {
        return (Long) driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** Those of the places of which a part has to be scrolled to. */
    List<String> outOfSight(String... places) {
        return Stream.of(places)
                .filter(css -> !(boolean) driver.executeScript("""
                        const at = document.querySelector(arguments[0]).getBoundingClientRect();
                        const button = document.querySelector('#form .send button')?.getBoundingClientRect();
                        return at.height > 0 && at.top >= 0 && at.bottom <= (button?.top ?? innerHeight);
                        """, css))
                .toList();
    }

    List<String> texts(String css) {
        return driver.findElements(By.cssSelector(css)).stream()
                .map(one -> one.getDomProperty("textContent"))
                .toList();
    }

    /** What of an open row is less than 44 pixels high: a label is what one meets of what is ticked. */
    List<?> tooSmallForAThumb() {
        return (List<?>) driver.executeScript("""
                return [...document.querySelectorAll('a.back, #form button, #form summary, #form textarea:not([disabled]),'
                    + ' #form .fjs-input-group, #form .fjs-inline-label')]
                  .filter((one) => one.offsetHeight > 0 && one.offsetHeight < 43.5 && !one.closest('.fjs-powered-by'))
                  .map((one) => one.outerHTML.slice(0, 120) + ' ' + one.offsetHeight);
                """);
    }

    String address() {
        URI at = URI.create(driver.getCurrentUrl());
        return at.getPath() + (at.getFragment() == null ? "" : "#" + at.getFragment());
    }

    void inViewOfTheWholeButton() {
        WebElement button = browser.find("#form .send button.main");
        assertThat(button.getSize().getHeight()).as("for a thumb").isGreaterThanOrEqualTo(44);
        assertThat((boolean) driver.executeScript(
                        "const at = arguments[0].getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight",
                        button))
                .as("not below the fold")
                .isTrue();
    }
}
