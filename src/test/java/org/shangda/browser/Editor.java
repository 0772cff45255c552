package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Modeler's own editors, in their versions of the pom, in a page: what an administrator does with a file. */
class Editor {

    static final Path TEMPLATES = Path.of(".camunda/element-templates");

    private final Browser browser;
    private String page = "";

    Editor(Browser browser) {
        this.browser = browser;
    }

    /** @return what the editor complains of, none if all is well */
    @SuppressWarnings("unchecked")
    List<String> open(String name, String content) {
        String wanted = name.substring(name.lastIndexOf('.') + 1);
        if (!page.equals(wanted)) {
            browser.driver()
                    .get(Path.of("target/test-classes/editors", wanted + ".html")
                            .toUri()
                            .toString());
            page = wanted;
        }
        return (List<String>) call("open", content, templates());
    }

    String save() {
        return (String) call("save");
    }

    /** The id of the new element. */
    String draw(String type, String template, String name, int x, int y) {
        Map<String, Object> what = Map.of("type", type, "name", name, "x", x, "y", y);
        return (String) call("follow", template, what);
    }

    void follow(String template, String element) {
        call("follow", template, Map.of("element", element));
    }

    /** A timer at the edge of a task that does not interrupt it. @return its id */
    String timer(String task, String name, int x, int y) {
        return (String) call("timer", task, x, y, name);
    }

    /** Moves what lies beyond, with the space tool. @param axis {@code x} or {@code y} */
    void makeRoom(String axis, int from, int size) {
        call("makeRoom", axis, from, size);
    }

    /** The id of the new flow. */
    String connect(String from, String to, String name) {
        return (String) call("connect", from, to, name);
    }

    void bend(String flow, int y) {
        call("bend", flow, y);
    }

    void lead(String flow, String to) {
        call("lead", flow, to);
    }

    void byDefault(String gateway, String flow) {
        call("byDefault", gateway, flow);
    }

    void select(String element) {
        call("select", element);
    }

    /** Types into the field of the panel with that label. */
    void type(String label, String text) {
        WebElement input = entry(label, "*[self::input or self::textarea or @contenteditable='true']");
        input.click();
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
        browser.driver().executeScript("document.activeElement.blur()");
        // The panel hands on what was typed a moment later.
        call("typed", text);
    }

    /** Takes one of the choices that the panel offers under that label. */
    void choose(String label, String value) {
        WebElement choices = entry(label, "select");
        assertThat(new Select(choices).getOptions())
                .extracting(option -> option.getDomAttribute("value"))
                .contains(value);
        call("choose", choices, value);
        call("typed", value);
    }

    private WebElement entry(String label, String kind) {
        By entry = By.xpath("//label[normalize-space()='%s']/following::%s[1]".formatted(label, kind));
        new WebDriverWait(browser.driver(), Duration.ofSeconds(20)).until(driver -> {
            call("unfold", label);
            List<WebElement> found = driver.findElements(entry);
            return !found.isEmpty() && found.get(0).isDisplayed();
        });
        return browser.driver().findElement(entry);
    }

    // --- tables ------------------------------------------------------------------------------------------------------

    /** Adds a row at the end. @param cells in the order of the columns */
    void row(String... cells) {
        browser.driver()
                .findElement(By.cssSelector("tfoot.add-rule td.add-rule-add"))
                .click();
        List<WebElement> row = browser.driver()
                .findElements(By.cssSelector("tbody tr:last-child td.input-cell, tbody tr:last-child td.output-cell"));
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                call("enter", row.get(i));
                browser.driver().switchTo().activeElement().sendKeys(cells[i]);
            }
        }
        call("written", List.of(cells));
    }

    // --- forms -------------------------------------------------------------------------------------------------------

    void field(String type, String key, String label) {
        browser.driver()
                .findElement(By.cssSelector(".fjs-palette-field[data-field-type='" + type + "']"))
                .sendKeys(Keys.ENTER);
        field(null).click();
        type("Field label", label);
        type("Key", key);
    }

    void label(String key, String label) {
        field(key).click();
        type("Field label", label);
    }

    void without(String key) {
        field(key).click();
        browser.driver().findElement(By.cssSelector(".fjs-context-pad-item")).click();
    }

    private WebElement field(String key) {
        WebElement field =
                browser.driver().findElement(By.cssSelector(".fjs-element[data-id='" + call("field", key) + "']"));
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", field);
        return field;
    }

    /** A function of the page, once it has answered. */
    private Object call(String function, Object... arguments) {
        Object answer = browser.driver()
                .executeAsyncScript(
                        "const done = arguments[arguments.length - 1];"
                                + "Promise.resolve().then(() => window[arguments[0]](...arguments[1])).then(done, (error) => done('!' + error.stack));",
                        function,
                        arguments);
        assertThat(String.valueOf(answer)).as(function).doesNotStartWith("!");
        return answer;
    }

    private static List<Object> templates() {
        List<Object> all = new ArrayList<>();
        try (var files = Files.list(TEMPLATES)) {
            for (Path file : files.sorted().toList()) {
                all.addAll(new Json().toType(Files.readString(file), List.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
