package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** What one does around an open form: the page's other places, a second tab, a session that ends, a network that is gone. */
class AroundTheForm {

    private final Browser browser;
    private final ChromeDriver driver;

    AroundTheForm(Browser browser) {
        this.browser = browser;
        this.driver = browser.driver();
    }

    // --- questions ---------------------------------------------------------------------------------------------------

    /** Answers the browser's question with no. @return its words */
    String stay() {
        String question = browser.await(this::question);
        driver.switchTo().alert().dismiss();
        return question;
    }

    /** Answers it with yes. */
    void leave() {
        browser.await(this::question);
        driver.switchTo().alert().accept();
    }

    private String question() {
        try {
            return driver.switchTo().alert().getText();
        } catch (NoAlertPresentException none) {
            return null;
        }
    }

    // --- movements ---------------------------------------------------------------------------------------------------

    void doubleClick(String link) {
        new Actions(driver)
                .doubleClick(browser.find(By.xpath("//a[contains(normalize-space(), '%s')]".formatted(link))))
                .perform();
    }

    /** On the grey at the left edge. */
    void clickBesideTheWindow() {
        new Actions(driver).moveToLocation(6, 500).click().perform();
    }

    void escape() {
        new Actions(driver).sendKeys(Keys.ESCAPE).perform();
    }

    void arrowInTheList() {
        WebElement open = browser.find("li.task.active h4 a");
        driver.executeScript("arguments[0].focus()", open);
        boolean first = driver.findElement(By.cssSelector("li.task h4 a")).equals(open);
        new Actions(driver).sendKeys(first ? Keys.ARROW_DOWN : Keys.ARROW_UP).perform();
    }

    void footer(String button) {
        click("//*[contains(@class, 'modal-footer')]//button[normalize-space()='%s']", button);
    }

    void otherTask(String name) {
        click("//li[contains(@class, 'task')]//h4/a[normalize-space()='%s']", name);
    }

    void otherList(String name) {
        click("//*[contains(@class, 'task-filter')]//h4/a[starts-with(normalize-space(), '%s')]", name);
    }

    void tab(String name) {
        click("//ul[contains(@class, 'nav-tabs')]//a[normalize-space()='%s']", name);
    }

    void button(String words) {
        click("//button[normalize-space()='%s']", words);
    }

    /** Follows a link that opens in a tab of its own, looks at it there, and comes back. */
    void inANewTab(String link, Runnable look) {
        String first = driver.getWindowHandle();
        click("//a[normalize-space()='%s']", link);
        browser.await(() -> driver.getWindowHandles().size() == 2);
        driver.getWindowHandles().stream()
                .filter(tab -> !tab.equals(first))
                .forEach(tab -> driver.switchTo().window(tab));
        look.run();
        assertThat((boolean) driver.executeScript("return window.opener === null"))
                .as("no way back into the form")
                .isTrue();
        driver.close();
        driver.switchTo().window(first);
    }

    void logOut() {
        click("//*[contains(@class, 'account')]//a[contains(@class, 'dropdown-toggle')]%s", "");
        click("//li[contains(@class, 'logout')]/a%s", "");
    }

    void back() {
        driver.executeScript("history.back()");
    }

    /** Whether the browser would ask before the page is loaded anew or closed. The driver answers that question itself. */
    boolean asksBeforeThePageGoes() {
        return (boolean)
                driver.executeScript("return !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))");
    }

    /** Every ten seconds, or at once. */
    void listIsRefreshed() {
        driver.executeScript("angular.element(document.body).injector().get('$rootScope').$broadcast('refresh')");
    }

    private void click(String pattern, String words) {
        browser.click(By.xpath(pattern.formatted(words)));
    }

    // --- the window, the network, the session ------------------------------------------------------------------------

    boolean windowIsOpen() {
        return driver.findElements(By.cssSelector(".modal .fjs-form")).stream().anyMatch(WebElement::isDisplayed);
    }

    boolean inView(String css) {
        return (boolean) driver.executeScript(
                "const at = document.querySelector(arguments[0]).getBoundingClientRect();"
                        + " return at.top >= 0 && at.bottom <= innerHeight",
                css);
    }

    void network(boolean there) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !there, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    void sessionEnds() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    /** Words of the window in which one logs in again, over the form. */
    String asksToLogInAgain() {
        return browser.find("dialog.log-in-again p").getText();
    }

    void logInAgain(String password) {
        WebElement field = browser.find("dialog.log-in-again input[type=password]");
        field.clear();
        field.sendKeys(password);
        browser.find("dialog.log-in-again button[type=submit]").click();
    }

    String toldInTheWindow() {
        return browser.await(() -> {
            String told = browser.find("dialog.log-in-again")
                    .findElement(By.cssSelector("[role=alert]"))
                    .getText();
            return told.isEmpty() ? null : told;
        });
    }

    void notNow() {
        browser.find("dialog.log-in-again button[type=button]").click();
    }

    /** Logs somebody in in a second tab, on an own page. */
    void anotherPersonLogsIn(String person) {
        String first = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        sessionEnds();
        driver.get(
                URI.create(browser.address).resolve("/reports/bulletins.html").toString());
        browser.find("dialog.log-in-again input[name=username]").sendKeys(person);
        logInAgain("demo");
        browser.find(".top");
        driver.close();
        driver.switchTo().window(first);
    }

    /** Logs somebody in in a second tab, as from a bookmark. @return what its login page says */
    String anotherTabLogsIn(String person) {
        String first = driver.getWindowHandle();
        String page = driver.getCurrentUrl();
        driver.switchTo().newWindow(WindowType.TAB);
        driver.get(URI.create(page).resolve("#/login").toString());
        String said = browser.find(".still-logged-in").getText();
        browser.picture("login-page-of-a-live-session");
        browser.logIn(person);
        driver.close();
        driver.switchTo().window(first);
        return said;
    }
}
