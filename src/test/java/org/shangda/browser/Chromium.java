package org.shangda.browser;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
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

/** Chromium as a Chinese colleague has it: started, looked at, waited for and closed. */
abstract class Chromium implements AutoCloseable {

    static final Dimension SCREEN = new Dimension(1200, 900);
    static final Set<String> IN_THE_README = Set.of(
            "desk",
            "raise",
            "my-concern",
            "handle",
            "sign",
            "answer",
            "rate",
            "supervise",
            "cards",
            "progress",
            "cockpit",
            "cockpit-stalled",
            "wave",
            "month",
            "confirm-note",
            "summary",
            "modeler-level",
            "modeler-table",
            "modeler-step",
            "modeler-timer",
            "modeler-reminder",
            "modeler-form",
            "modeler-row",
            "rules",
            "rules-cases");
    static final AtomicInteger PICTURES = new AtomicInteger();

    /** Names and signs that are the same in Chinese. */
    static final Pattern NOT_ENGLISH =
            Pattern.compile("Camunda( Platform)?|v7\\.24\\.0|Asia/Shanghai|Excel|Word|[A-Z]{2}\\d\\d-\\w{8}");

    static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    /** A policy is quoted as it is written. */
    static final Pattern CLAUSE = Pattern.compile("\\S*〔\\d{4}〕.*");

    static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}，。、：；？！（）「」“”]+");

    final String address;
    final Path profile;
    final ChromeDriver driver;

    Chromium(int port) {
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
    static Path installed(String... names) {
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

    /** From the next page on the browser asks for English. */
    void askForEnglish() {
        askFor("en-US");
    }

    void askForChinese() {
        askFor("zh-CN");
    }

    private void askFor(String language) {
        String agent = (String) driver.executeScript("return navigator.userAgent");
        driver.executeCdpCommand(
                "Network.setUserAgentOverride", Map.of("userAgent", agent, "acceptLanguage", language));
    }

    /** English words on the screen, except in what people have typed. */
    String english(String... typed) {
        return words(WORD, NOT_ENGLISH.matcher(read(typed)).replaceAll(""));
    }

    /** Chinese words and signs on the screen, except names of people and units, and what people have typed. */
    String chinese(String... typed) {
        return words(CHINESE, DemoNames.without(CLAUSE.matcher(read(typed)).replaceAll("")));
    }

    private String read(String... typed) {
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
        return read;
    }

    private static String words(Pattern word, String read) {
        return word.matcher(read).results().map(MatchResult::group).distinct().collect(joining(" "));
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
            save(numbered(name), picture);
            String folder = System.getProperty("shangda.pictures");
            if (folder != null && IN_THE_README.contains(name)) {
                save(Path.of(folder, name + ".png"), SmallPicture.of(picture));
            }
        } finally {
            driver.manage().window().setSize(SCREEN);
        }
    }

    /**
     * Takes a picture of all of an own page on a screen of that width.
     *
     * @return by how many pixels it is too wide
     */
    long wholePage(String name, int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", SCREEN.height, "deviceScaleFactor", 1, "mobile", false));
        try {
            photograph(name + "-" + width);
            return (Long) driver.executeScript(
                    "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        } finally {
            driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    /** Takes a picture of all of an own page, on whatever screen it is. */
    void photograph(String name) {
        Object picture = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"))
                .get("data");
        save(numbered(name), Base64.getDecoder().decode((String) picture));
    }

    private static Path numbered(String name) {
        return Path.of("target/screenshots", "%02d-%s.png".formatted(PICTURES.incrementAndGet(), name));
    }

    static void save(Path file, byte[] picture) {
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

    void intoView(WebElement element) {
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

    static By xpath(String pattern, Object... words) {
        return By.xpath(pattern.formatted(words));
    }
}
