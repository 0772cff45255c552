package org.shangda.browser;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.shangda.TestTime;

/**
 * A Chinese colleague's Chromium, at the time that the test has set. It does what a person does: looks for a label,
 * clicks, types, and leaves the field.
 *
 * <p>The pictures go to {@code target/screenshots}. Those that the README shows are made anew by {@code mvn test
 * -Dtest='TasklistWalkTest,DeskClicksTest,WorkLooksTest,PairsWalkTest,CockpitLooksTest,EditorsTest,*InModelerTest,RulesLooksTest,RunningCasesLooksTest'
 * -Dshangda.pictures=docs/images}.
 */
class Browser extends Chromium {

    private String clock;
    private String row = "";
    private int clicks;

    Browser(int port) {
        super(port);
    }

    // --- what it costs -----------------------------------------------------------------------------------------------

    /** Clicks of a mouse or taps of a thumb since the start, without logging in and without the cursor put into a field. */
    int clicks() {
        return clicks;
    }

    @Override
    void click(By by) {
        super.click(by);
        clicks++;
    }

    // --- coming and going --------------------------------------------------------------------------------------------

    Browser login(String person) {
        open("tasklist", person);
        find(".task-filters h4 a");
        return this;
    }

    /** @param webapp {@code tasklist}, {@code cockpit}, {@code admin} or {@code welcome} */
    Browser open(String webapp, String person) {
        clear();
        driver.get(address + webapp + "/default/#/login");
        return logIn(person);
    }

    /** As somebody who has never been here. */
    void clear() {
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        setClock();
    }

    /** On the open login page. */
    Browser logIn(String person) {
        // The page puts the cursor into its first field when it is ready, in the middle of a password if need be.
        await(() -> enter("username", person) && enter("password", "demo") && enter("username", person));
        find("button[type=submit]").click();
        await(() ->
                driver.findElements(By.cssSelector("input[ng-model=username]")).isEmpty());
        return this;
    }

    private boolean enter(String field, String text) {
        WebElement input = find("input[ng-model=" + field + "]");
        if (!text.equals(input.getDomProperty("value"))) {
            input.clear();
            input.sendKeys(text);
        }
        return text.equals(input.getDomProperty("value"));
    }

    /** Tasklist says "in nine days" by the computer's clock, which has to be the test's. */
    private void setClock() {
        if (clock != null) {
            driver.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", clock));
        }
        String script = """
                (() => {
                  const shift = %d - Date.now();
                  window.Date = new Proxy(Date, {
                    construct: (real, given) => given.length ? new real(...given) : new real(real.now() + shift),
                    apply: (real) => new real(real.now() + shift).toString(),
                    get: (real, name) => name === 'now' ? () => real.now() + shift : Reflect.get(real, name),
                  });
                })();
                """.formatted(TestTime.now().toEpochMilli());
        clock = (String) driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script))
                .get("identifier");
    }

    /** The link 「发起」, and the form behind it. */
    Browser start(String process) {
        click(xpath("//a[contains(normalize-space(), '发起')]"));
        By link = xpath("//*[contains(@class, 'modal')]//ul[@class='processes']//a[normalize-space()='%s']", process);
        // A click while the list is still being drawn is lost.
        click(link);
        await(() -> {
            driver.findElements(link).forEach(WebElement::click);
            return !driver.findElements(By.cssSelector(".modal .fjs-form")).isEmpty();
        });
        find(".modal .fjs-form");
        return this;
    }

    /** One of the lists on the left. The address names the open one, also after the page is loaded anew. */
    Browser list(String name) {
        String before = await(this::openList);
        String link = "//h4/a[starts-with(normalize-space(), '%s')]".formatted(name);
        if (driver.findElements(xpath("//*[contains(@class, 'task-filter') and contains(@class, 'active')]" + link))
                .isEmpty()) {
            click(xpath("//*[contains(@class, 'task-filter')]" + link));
            await(() -> !before.equals(openList()));
        }
        return this;
    }

    private String openList() {
        Matcher list = Pattern.compile("filter=([^&]+)").matcher(driver.getCurrentUrl());
        return list.find() ? list.group(1) : null;
    }

    /** A task of the open list. */
    Browser task(String name) {
        click(xpath("//li[contains(@class, 'task')]//h4/a[normalize-space()='%s']", name));
        find(xpath("//*[contains(@class, 'task-details')]//h2[contains(normalize-space(), '%s')]", name));
        find(".task-details .fjs-form");
        return this;
    }

    /** Names of the tasks in the open list, which is loaded anew. */
    List<String> tasks() {
        driver.navigate().refresh();
        By task = By.cssSelector("li.task h4 a");
        By none = xpath("//*[contains(@class, 'tasks-list')]//*[contains(@class, 'well')][contains(., '此列表中没有任务')]");
        await(() -> Stream.of(task, none)
                .flatMap(by -> driver.findElements(by).stream())
                .anyMatch(WebElement::isDisplayed));
        return driver.findElements(task).stream().map(WebElement::getText).toList();
    }

    /** 签收. */
    Browser receive() {
        click(xpath("//*[contains(@class, 'task-details')]//*[normalize-space()='签收' and @ng-click]"));
        await(() -> driver.findElements(By.cssSelector(".task-details .disabled-form"))
                .isEmpty());
        find(".task-details .fjs-form");
        return this;
    }

    /** Where a link leads, without the server. */
    String linkUnder(String text) {
        await(() -> !driver.findElements(By.linkText(text)).isEmpty());
        URI target = URI.create(driver.findElement(By.linkText(text)).getDomProperty("href"));
        return target.getRawPath()
                + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery())
                + (target.getRawFragment() == null ? "" : "#" + target.getRawFragment());
    }

    /** A page of the product itself, in the session of whoever is logged in. */
    Browser page(String path) {
        driver.get(URI.create(address).resolve(path).toString());
        return this;
    }

    /** Puts files into the chooser of the open page of the product: opened with one click, left with another. */
    Browser chooseFile(Path... files) {
        clicks += 2;
        driver.findElement(By.cssSelector("input[type=file]"))
                .sendKeys(Stream.of(files)
                        .map(file -> file.toAbsolutePath().toString())
                        .collect(joining("\n")));
        return this;
    }

    /** Picks from a list of the browser's own: opened with one click, left with another. */
    Browser select(String id, String choice) {
        new Select(find(By.id(id))).selectByVisibleText(choice);
        clicks += 2;
        return this;
    }

    /** A button of the open page of the product, once it may be pressed, or the line of what is folded. */
    Browser press(String words) {
        click(xpath("//*[self::button or self::summary][starts-with(normalize-space(), '%s')]", words));
        return this;
    }

    /** Keys, wherever the cursor is. */
    Browser key(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    /** Types into a field of an own page. */
    Browser type(String id, String text) {
        find(By.id(id)).sendKeys(text);
        return this;
    }

    /** A page of Cockpit, after {@link #open}. */
    Browser cockpit(String page) {
        driver.get(address + "cockpit/default/#/" + page);
        return this;
    }

    // --- forms -------------------------------------------------------------------------------------------------------

    /** Types any text into the field of that label, as a keyboard with every letter would. */
    Browser fill(String label, String text) {
        WebElement field = field(label);
        intoView(field);
        field.click();
        driver.executeScript("arguments[0].select()", field);
        if (text.isEmpty()) {
            field.sendKeys(org.openqa.selenium.Keys.DELETE);
        } else {
            driver.executeCdpCommand("Input.insertText", Map.of("text", text));
        }
        return this;
    }

    /** Picks the test's day from the calendar of the date with that label. */
    Browser today(String label) {
        return day(label, "");
    }

    /** The day after it. */
    Browser tomorrow(String label) {
        return day(label, " + .flatpickr-day");
    }

    private Browser day(String label, String afterToday) {
        WebElement field = field(label);
        intoView(field);
        field.click();
        clicks++;
        click(By.cssSelector(".flatpickr-calendar.open .flatpickr-day.today" + afterToday));
        return this;
    }

    /** Ticks the option of that label: Tasklist's form-js has the box inside it, that of the own pages before it. */
    Browser choose(String option) {
        String label =
                row + "//label[contains(@class, 'fjs-form-field-label')][normalize-space()='%s']".formatted(option);
        click(By.xpath(label + "/input | " + label + "/preceding-sibling::input"));
        return this;
    }

    /** Opens the list of that label and picks an option. */
    Browser pick(String label, String option) {
        // The label of a list that cannot be searched belongs to an input that is not shown.
        WebElement field = field(label).findElement(By.xpath("./ancestor::*[contains(@class, 'fjs-input-group')]"));
        intoView(field);
        field.click();
        clicks++;
        click(xpath("//*[contains(@class, 'fjs-dropdownlist-item')][normalize-space()='%s']", option));
        return this;
    }

    /** What a field shows, once it shows anything. */
    String shown(String label) {
        return await(() -> {
            String value = field(label).getDomProperty("value");
            return value == null || value.isEmpty() ? null : value;
        });
    }

    boolean has(String label) {
        return !driver.findElements(labelled(label)).isEmpty();
    }

    private WebElement field(String label) {
        return driver.findElement(By.id(find(labelled(label)).getDomAttribute("for")));
    }

    /** By the label's words, without the star of what is required. */
    private By labelled(String label) {
        return By.xpath(row
                + "//label[contains(@class, 'fjs-form-field-label')][@for][normalize-space(translate(., '*', ''))='%s']"
                        .formatted(label));
    }

    /** From now on labels are those of one row of the list. @param number counted from one */
    Browser inRow(int number) {
        row = "(//*[contains(@class, 'fjs-repeat-row-container')])[%d]".formatted(number);
        return this;
    }

    Browser inWholeForm() {
        row = "";
        return this;
    }

    Browser addRow() {
        click(By.cssSelector(".fjs-repeat-render-add"));
        return this;
    }

    Browser removeRow(int number) {
        click(xpath("(//*[contains(@class, 'fjs-repeat-row-remove')][self::button])[%d]", number));
        return this;
    }

    /** The button of the open form. */
    Browser submit() {
        click(By.cssSelector(".modal-footer .btn-primary:not(.ng-hide), .task-details .form-actions .btn-primary"));
        return this;
    }

    /** Submits what is accepted: Tasklist says so and puts the form away. */
    Browser send() {
        submit();
        await(() -> driver.findElements(By.cssSelector(".fjs-form")).isEmpty());
        return this;
    }
}
