package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.browser.AtTheDesk.PHONE;
import static org.shangda.browser.AtTheDesk.SCREEN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.probe.Http;

/** Every own page, found by its file, can be used by everybody and keeps to its content policy; the banner is for operators. */
@Tag("browser")
@ShangdaTest
class OwnPagesTest extends DeskInTheBrowser {

    private static final Path PAGES = Path.of("src/main/resources/META-INF/resources/reports");

    @Test
    void nobody_is_kept_out_by_a_page_of_the_product_on_a_desk_or_on_a_phone() throws IOException {
        cases.raise(Cases.COLLEAGUE, Cases.concern());
        SoftAssertions softly = new SoftAssertions();
        desk.comes(COLLEGE_CLERK);
        pages().forEach(page -> look(softly, page));
        desk.on(SCREEN).comes("admin");
        List.of("rules.html", "roster.html").forEach(page -> look(softly, page));
        String number = cases.raise(Cases.COLLEAGUE, Cases.concern());
        desk.on(SCREEN).comes(SECRETARY).open(number);
        softly.assertThat(desk.obstacles()).as("a form at the desk").isEmpty();
        softly.assertAll();
    }

    private void look(SoftAssertions softly, String page) {
        desk.on(SCREEN);
        browser.page("/reports/" + page);
        browser.find(".top");
        browser.await(() -> (boolean) browser.driver()
                .executeScript("return performance.getEntriesByType('resource').length > 3"
                        + " && document.querySelector('main')?.textContent.trim().length > 0"));
        // Before axe, which brings a style of its own.
        softly.assertThat(desk.violations()).as(page).isEmpty();
        softly.assertThat(fromElsewhere())
                .as(page + " has loaded from elsewhere")
                .isEmpty();
        softly.assertThat(desk.obstacles()).as(page).isEmpty();
        desk.on(PHONE);
        softly.assertThat(desk.obstacles()).as(page + " on a phone").isEmpty();
        softly.assertThat(desk.tooWide()).as(page + " on a phone").isZero();
        softly.assertThat(menusOutOfSight()).as(page + ": menus on a phone").isEmpty();
        softly.assertThat(browser.driver().getTitle()).as(page).endsWith(" · 上达");
    }

    private List<?> fromElsewhere() {
        return (List<?>) browser.driver().executeScript("""
                return performance.getEntriesByType('resource').map((one) => one.name)
                  .filter((name) => !name.startsWith(location.origin + '/') && !name.startsWith('data:'));
                """);
    }

    @Test
    void no_own_page_may_load_anything_from_elsewhere() throws IOException {
        assertThat(pages()).isNotEmpty().allSatisfy(page -> {
            String policy = new Http(port)
                    .get("/reports/" + page)
                    .headers()
                    .firstValue("Content-Security-Policy")
                    .orElse("");
            assertThat(policy).as(page).startsWith("default-src 'none'");
            assertThat(Stream.of(policy.split(";"))
                            .flatMap(one -> Stream.of(one.trim().split(" ")).skip(1)))
                    .as(page)
                    .isSubsetOf("'none'", "'self'", "data:");
        });
    }

    /** Each menu of the top is opened; what of it cannot be reached. */
    private List<?> menusOutOfSight() {
        return (List<?>) browser.driver().executeScript("""
                return [...document.querySelectorAll('.top details')].flatMap((menu) => {
                  menu.open = true;
                  const outside = [...menu.querySelectorAll('a, button')].filter((one) => {
                    const at = one.getBoundingClientRect();
                    return at.width > 0 && (at.left < 0 || at.right > innerWidth);
                  });
                  menu.open = false;
                  return outside.map((one) => one.textContent.trim());
                });
                """);
    }

    @Test
    void a_link_in_a_form_leads_from_an_own_page_to_the_product_whatever_its_path_is() {
        desk.comes(COLLEGE_CLERK, "/reports/desk.html#start=concern-escalation").form();
        assertThat(browser.find(By.partialLinkText("反映页面")).getDomAttribute("href"))
                .as("four steps up lead out of a product that is not at the root")
                .isEqualTo("http://localhost:" + port + "/reports/mine.html#raise");
        browser.click(By.cssSelector(".top .start summary"));
        assertThat(browser.find(By.partialLinkText("反映问题")).getDomAttribute("href"))
                .as("where photos can be added")
                .endsWith("/reports/mine.html#raise");
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void every_page_speaks_the_one_language_that_the_browser_asks_for() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        desk.comes("admin");
        pages().forEach(page -> softly.assertThat(other(page)).as(page).isEmpty());
        browser.askForEnglish();
        pages().forEach(page ->
                softly.assertThat(other(page)).as(page + " in English").isEmpty());
        softly.assertAll();
    }

    /** What a page says in another language than its own, besides the guide, which is written in Chinese. */
    private String other(String page) {
        browser.page("/reports/" + page);
        browser.find(".top");
        browser.await(() -> (boolean) browser.driver()
                .executeScript("return document.fonts.status === 'loaded'"
                        + " && document.querySelector('main')?.textContent.trim().length > 0"));
        browser.driver().executeScript("document.getElementById('guide')?.remove()");
        boolean english = "en".equals(browser.find(By.tagName("html")).getDomAttribute("lang"));
        browser.wholePage(page.replace(".html", english ? "-all-english" : "-all"), 1366);
        browser.wholePage(page.replace(".html", english ? "-all-english" : "-all"), 390);
        return english
                ? browser.chinese("中文", "期限改为十五个工作日")
                : browser.english("English", "ZIP", "admin", "stalled-when.dmn", "level-deadlines.dmn");
    }

    @Test
    void the_desk_speaks_english_to_who_asks_for_it_and_is_walked_with_keys() {
        String number = cases.raise(Cases.COLLEAGUE, Cases.concern());
        desk.inEnglish().comes(SECRETARY);
        assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("lang"))
                .isEqualTo("en");
        assertThat(desk.count("In hand")).isPositive();
        assertThat(browser.text()).doesNotContain("待签收", "发起", "工作台");
        assertThat(browser.driver().getTitle()).isEqualTo("Desk · Shangda");
        browser.driver().executeScript("document.querySelector(\"tr[data-number='" + number + "'] .what a\").focus()");
        browser.key(org.openqa.selenium.Keys.ENTER);
        desk.form();
        assertThat(browser.find("#form .send button.main").getText()).isEqualTo("Submit");
    }

    @Test
    void who_administers_reads_what_the_engine_is_and_nobody_else_does() throws IOException {
        browser.login(SECRETARY);
        assertThat(browser.text()).doesNotContain("停止官方更新");
        browser.open("admin", "admin").awaitText("停止官方更新");
        assertThat(browser.text()).contains("升级路线见文档");
        assertThat(Files.readString(Path.of("docs/operations.md")))
                .as("the way that is named")
                .contains("\n## The way to a maintained engine\n");
    }
}
