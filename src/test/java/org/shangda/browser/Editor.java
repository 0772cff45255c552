package org.shangda.browser;

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
        String wanted = name.endsWith(".dmn") ? "dmn" : "bpmn";
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

    /** The id of the new flow. */
    String connect(String from, String to, String name) {
        return (String) call("connect", from, to, name);
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
        By field = By.xpath("//label[normalize-space()='%s']/following::input[1]".formatted(label));
        new WebDriverWait(browser.driver(), Duration.ofSeconds(20)).until(driver -> {
            call("unfold", label);
            List<WebElement> found = driver.findElements(field);
            return !found.isEmpty() && found.get(0).isDisplayed();
        });
        WebElement input = browser.driver().findElement(field);
        input.click();
        input.clear();
        input.sendKeys(text, Keys.TAB);
        // The panel hands on what was typed a moment later.
        call("typed", text);
    }

    /** A function of the page, once it has answered. */
    private Object call(String function, Object... arguments) {
        return browser.driver()
                .executeAsyncScript(
                        "const done = arguments[arguments.length - 1];"
                                + "Promise.resolve().then(() => window[arguments[0]](...arguments[1])).then(done, (error) => done('!' + error.stack));",
                        function,
                        arguments);
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
