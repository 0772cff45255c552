package org.shangda.browser;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.shangda.TestTime;

/**
 * A Chinese colleague's Chromium, at the time that the test has set. It does what a person does: looks for a label,
 * clicks, types, and leaves the field.
 *
 * <p>The pictures go to {@code target/screenshots}. Those that the README shows are made anew by {@code mvn test
 * -Dtest='TasklistWalkTest,PairsWalkTest,CockpitLooksTest,EditorsTest,LevelInModelerTest' -Dshangda.pictures=docs/images}.
 */
class Browser implements AutoCloseable {

    private static final Dimension SCREEN = new Dimension(1200, 900);
    private static final Set<String> IN_THE_README = Set.of(
            "raise",
            "my-concern",
            "handle",
            "sign",
            "answer",
            "rate",
            "supervise",
            "cockpit",
            "wave",
            "month",
            "confirm-note",
            "summary",
            "modeler-level",
            "modeler-table");
    private static final AtomicInteger PICTURES = new AtomicInteger();

    /** Names and signs that are the same in Chinese. */
    private static final Pattern NOT_ENGLISH =
            Pattern.compile("Camunda( Platform)?|v7\\.24\\.0|Asia/Shanghai|Excel|Word|[A-Z]{2}\\d\\d-\\w{8}");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    private final String address;
    private final Path profile;
    private final ChromeDriver driver;
    private String clock;
    private String row = "";

    Browser(int port) {
        address = "http://localhost:" + port + "/camunda/app/";
        Path chromium = installed("chromium", "google-chrome", "chrome");
        Path chromedriver = installed("chromedriver");
        try {
            profile = Files.createTempDirectory("shangda-chromium");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.IGNORE);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--lang=zh-CN",
                "--accept-lang=zh-CN",
                "--user-data-dir=" + profile);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.toFile())
                        .usingAnyFreePort()
                        .withEnvironment(Map.of("TZ", "Asia/Shanghai", "LANG", "zh_CN.UTF-8", "LANGUAGE", "zh_CN"))
                        .build(),
                options);
        driver.manage().window().setSize(SCREEN);
        // Chromium may be installed without its Chinese, which decides how dates are written.
        driver.executeCdpCommand("Emulation.setLocaleOverride", Map.of("locale", "zh_CN"));
    }

    /** A machine without a browser has not tested anything: that is a failure, never a skipped test. */
    private static Path installed(String... names) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> Arrays.stream(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The browser tests need " + names[0] + ", which is not installed."
                        + " On Debian: apt-get install chromium chromium-driver fonts-noto-cjk"));
    }

    @Override
    public void close() {
        driver.quit();
        try {
            Files.walkFileTree(profile, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException gone) throws IOException {
                    Files.deleteIfExists(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ChromeDriver driver() {
        return driver;
    }

    // --- coming and going --------------------------------------------------------------------------------------------

    Browser login(String person) {
        open("tasklist", person);
        find(".task-filters h4 a");
        return this;
    }

    /** @param webapp {@code tasklist}, {@code cockpit}, {@code admin} or {@code welcome} */
    Browser open(String webapp, String person) {
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        setClock();
        driver.get(address + webapp + "/default/#/login");
        return logIn(person);
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
        click(xpath("//*[contains(@class, 'modal')]//ul[@class='processes']//a[normalize-space()='%s']", process));
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
        return target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
    }

    /** A page of the product itself, in the session of whoever is logged in. */
    Browser page(String path) {
        driver.get(URI.create(address).resolve(path).toString());
        return this;
    }

    /** Puts a file into the chooser of the open page of the product. */
    Browser chooseFile(Path file) {
        driver.findElement(By.cssSelector("input[type=file]"))
                .sendKeys(file.toAbsolutePath().toString());
        return this;
    }

    /** A button of the open page of the product, once it may be pressed, or the line of what is folded. */
    Browser press(String words) {
        click(xpath("//*[self::button or self::summary][starts-with(normalize-space(), '%s')]", words));
        return this;
    }

    /** A page of Cockpit, after {@link #open}. */
    /** Types into a field of an own page. */
    Browser type(String id, String text) {
        find(By.id(id)).sendKeys(text);
        return this;
    }

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
        WebElement field = field(label);
        intoView(field);
        field.click();
        click(By.cssSelector(".flatpickr-calendar.open .flatpickr-day.today"));
        return this;
    }

    /** Ticks the option of that label. */
    Browser choose(String option) {
        click(By.xpath(row
                + "//label[contains(@class, 'fjs-form-field-label')][normalize-space()='%s']/input".formatted(option)));
        return this;
    }

    /** Opens the list of that label and picks an option. */
    Browser pick(String label, String option) {
        // The label of a list that cannot be searched belongs to an input that is not shown.
        WebElement field = field(label).findElement(By.xpath("./ancestor::*[contains(@class, 'fjs-input-group')]"));
        intoView(field);
        field.click();
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

    // --- looking -----------------------------------------------------------------------------------------------------

    /** The sentence of the open notice that contains the words. */
    String notice(String words) {
        return find(xpath("//*[contains(@class, 'notifications')]//*[@role='alert'][contains(., '%s')]", words))
                .getText();
    }

    /** Everything that can be read. */
    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    void awaitText(String words) {
        await(() -> text().contains(words));
    }

    void awaitGone(String words) {
        await(() -> !text().contains(words));
    }

    /** English words on the screen, except in what people have typed. */
    String english(String... typed) {
        String read = text()
                + driver.findElements(By.cssSelector("[placeholder], [title], [aria-label]")).stream()
                        .filter(WebElement::isDisplayed)
                        .flatMap(element -> Stream.of("placeholder", "title", "aria-label")
                                .map(element::getDomAttribute)
                                .filter(java.util.Objects::nonNull))
                        .collect(joining("\n", "\n", ""));
        for (String one : typed) {
            for (String line : one.split("\n")) {
                read = read.replace(line, "");
            }
        }
        return WORD.matcher(NOT_ENGLISH.matcher(read).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .distinct()
                .collect(joining(" "));
    }

    /** Whether a script has opened a dialog. */
    boolean alerted() {
        try {
            driver.switchTo().alert();
            return true;
        } catch (NoAlertPresentException none) {
            return false;
        }
    }

    /** Takes a picture of everything in the open form, also of what one would have to scroll to. */
    void picture(String name) {
        Number hidden = (Number) driver.executeScript("""
                const pane = document.querySelector('.modal') || document.querySelector('.column-right .content');
                if (pane) pane.scrollTop = 0;
                return pane ? Math.max(0, pane.scrollHeight - pane.clientHeight + 20) : 0;
                """);
        driver.manage()
                .window()
                .setSize(new Dimension(SCREEN.width, SCREEN.height + Math.min(2400, hidden.intValue())));
        try {
            byte[] picture = driver.getScreenshotAs(OutputType.BYTES);
            save(Path.of("target/screenshots", "%02d-%s.png".formatted(PICTURES.incrementAndGet(), name)), picture);
            String folder = System.getProperty("shangda.pictures");
            if (folder != null && IN_THE_README.contains(name)) {
                save(Path.of(folder, name + ".png"), SmallPicture.of(picture));
            }
        } finally {
            driver.manage().window().setSize(SCREEN);
        }
    }

    private static void save(Path file, byte[] picture) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // --- patience ----------------------------------------------------------------------------------------------------

    WebElement find(String css) {
        return find(By.cssSelector(css));
    }

    WebElement find(By by) {
        return await(() -> driver.findElements(by).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
    }

    /** Angular draws lists anew while one reaches for them. */
    void click(By by) {
        await(() -> {
            WebElement element = find(by);
            if (!element.isEnabled()) {
                return false;
            }
            intoView(element);
            element.click();
            return true;
        });
    }

    private void intoView(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    }

    <T> T await(java.util.function.Supplier<T> what) {
        try {
            return new WebDriverWait(driver, Duration.ofSeconds(60), Duration.ofMillis(100))
                    .ignoreAll(List.of(
                            StaleElementReferenceException.class,
                            org.openqa.selenium.ElementClickInterceptedException.class,
                            org.openqa.selenium.NoSuchElementException.class))
                    .until(page -> what.get());
        } catch (org.openqa.selenium.TimeoutException late) {
            picture("late");
            throw late;
        }
    }

    private static By xpath(String pattern, Object... words) {
        return By.xpath(pattern.formatted(words));
    }
}
