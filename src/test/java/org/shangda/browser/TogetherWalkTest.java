package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.browser.AtTheDesk.PHONE;
import static org.shangda.browser.AtTheDesk.SCREEN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.process.MergedCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** 并案 and 拆分 at the desk, 附议 on the colleague's page; on a desk and on a phone, in both languages. */
@Tag("browser")
@ShangdaTest
class TogetherWalkTest {

    private static final By CONSENT =
            Chromium.xpath("//*[contains(@class, 'joins')]//label[starts-with(normalize-space(), '%s')]", "我同意与他人");

    @Autowired
    Cases cases;

    @Autowired
    MergedCases merged;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    private Browser browser;
    private AtTheDesk desk;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        browser = new Browser(port);
        desk = new AtTheDesk(browser);
    }

    @AfterEach
    void over() {
        browser.close();
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }

    // --- at the desk -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void rows_that_are_ticked_are_put_together_and_one_or_all_are_taken_apart_again(int width) {
        desk.on(width == PHONE.width ? PHONE : SCREEN);
        String first = cases.raise(COLLEAGUE, Cases.concernWith("title", "车棚漏雨"));
        TestTime.set("2026-03-03T10:00:00");
        String second = merged.ofMember("title", "雨天车棚没法停车");
        String third = cases.raise("lubin", Cases.concernWith("title", "车棚插座滴水"));
        desk.comes(SECRETARY).list("在办").tick(third).tick(second).tick(first);
        looksWell("together-ticked-" + width);

        browser.press("并案");
        browser.awaitText("由哪一件牵头");
        assertThat(browser.find("input[name=chosen]:checked").getDomAttribute("value"))
                .as("the one that is due first")
                .isEqualTo(first);
        looksWell("together-which-leads-" + width);
        browser.press("并案 3 件");
        assertThat(desk.said()).contains("3 件已并案，由 " + first + " 牵头。");
        browser.await(() -> badge(first).equals("并案 3 件"));
        assertThat(browser.driver().findElements(By.cssSelector("tr[data-number='" + second + "']")))
                .isEmpty();
        looksWell("together-one-row-" + width);

        desk.open(first);
        assertThat(browser.find("#form").getText()).contains("合并办理：3 件");
        looksWell("together-opened-" + width);
        if (width == PHONE.width) {
            browser.click(By.cssSelector("a.back"));
        } else {
            desk.list("在办");
        }

        takeApart(first, second);
        looksWell("together-apart-" + width);
        browser.press("拆分所选");
        assertThat(desk.said()).contains("已拆出 1 件");
        browser.await(() -> badge(first).equals("并案 2 件"));
        assertThat(badge(second)).isEmpty();

        takeApart(first, third);
        browser.press("拆分所选");
        browser.await(() -> badge(first).isEmpty());
        assertThat(cases.openTasks(third)).contains("UserTask_Handle");
    }

    /** All are ticked; of several, those stay that are not named. */
    private void takeApart(String leading, String... out) {
        desk.tick(leading);
        browser.press("拆分");
        browser.awaitText("拆出哪几件");
        List<String> named = List.of(out);
        browser.driver().findElements(By.cssSelector("input[name=chosen]")).stream()
                .filter(one -> !named.contains(one.getDomAttribute("value")))
                .forEach(WebElement::click);
    }

    @Test
    void what_is_refused_says_why_and_nothing_is_half_done() {
        desk.on(SCREEN);
        String first = cases.raise(COLLEAGUE, Cases.concern());
        String second = merged.ofMember();
        String third = cases.raise("lubin", Cases.concern());
        desk.comes(SECRETARY).list("在办").tick(first).tick(second).tick(third);
        browser.press("并案");
        browser.awaitText("由哪一件牵头");
        cases.exit(SECRETARY, third, "ask");

        browser.press("并案 3 件");

        browser.awaitText("没有变更。" + third + " 现在");
        looksWell("together-refused");
        assertThat(database.queryForObject(
                        "select count(*) from handling where merged_group is not null"
                                + " and ended_at is null and number in ('" + first + "','" + second + "')",
                        Integer.class))
                .isZero();
        assertThat(cases.openTasks(second)).contains("UserTask_Handle");
    }

    @Test
    void one_row_alone_is_neither_put_together_nor_taken_apart() {
        desk.on(SCREEN);
        String one = cases.raise(COLLEAGUE, Cases.concern());
        desk.comes(SECRETARY).list("在办").tick(one);
        browser.awaitText("已选 1 件");
        assertThat(browser.find(".bar").getText()).doesNotContain("并案", "拆分");
    }

    // --- on the colleague's page -------------------------------------------------------------------------------------

    @Test
    void a_colleague_joins_what_is_worked_on_at_the_same_place_in_few_taps() {
        String here = cases.raise(COLLEAGUE, Cases.concernWith("place", "三号楼 502"));
        cases.raise("lubin", Cases.concernWith("title", "别处"));
        phone(MEMBER);
        int before = browser.clicks();

        browser.click(By.cssSelector("a.raise"));
        browser.pick("类别", "住房与后勤").awaitText("2 件同类事项正在办理。");
        browser.fill("地点", "三号楼").awaitText("同一地点有 1 件同类事项正在办理。");
        assertThat(browser.text()).doesNotContain("漏水", "别处", "陈宇", "502");
        looksWell("join-offered");
        browser.press("附议");
        browser.awaitText("附议哪一件");
        browser.fill("想补充的话（可不填）", "我家也漏。");
        looksWell("join-form");
        browser.click(CONSENT);
        assertThat(browser.find(".joins input[type=checkbox]").isSelected())
                .as("a tap right after the last word")
                .isTrue();
        browser.press("附议");

        browser.awaitText("已送出");
        assertThat(browser.clicks() - before).isLessThanOrEqualTo(8);
        String own = browser.find(".sent .number").getText();
        assertThat(together(own)).isEqualTo(together(here)).isNotNull();
        looksWell("join-sent");
        browser.click(By.cssSelector(".sent a.button"));
        browser.awaitText("与其他同类事项一并办理");
        assertThat(browser.find(By.id(own)).getText()).doesNotContain(here, "陈宇", "502");
        looksWell("join-followed");
    }

    @Test
    void without_consent_nobody_joins_and_what_was_typed_is_there_on_the_way_back() {
        cases.raise(COLLEAGUE, Cases.concern());
        int before = raised(MEMBER);
        phone(MEMBER);
        browser.click(By.cssSelector("a.raise"));
        browser.pick("类别", "住房与后勤").fill("标题", "写了一半").awaitText("1 件同类事项正在办理。");
        browser.press("附议");
        browser.awaitText("附议哪一件");
        browser.press("附议");
        browser.awaitText("此项必填");
        assertThat(raised(MEMBER)).isEqualTo(before);

        browser.press("上一步");
        assertThat(browser.shown("标题")).isEqualTo("写了一半");
        browser.awaitText("1 件同类事项正在办理。");
    }

    private int raised(String person) {
        return database.queryForObject("select count(*) from concern where raised_by = ?", Integer.class, person);
    }

    @Test
    void who_goes_back_and_comes_again_finds_the_words_and_a_file_that_was_refused_is_not_left_behind(
            @TempDir Path folder) throws IOException {
        String here = cases.raise(COLLEAGUE, Cases.concern());
        phone(MEMBER);
        browser.click(By.cssSelector("a.raise"));
        browser.pick("类别", "住房与后勤").fill("情况说明", "第一步写的。").awaitText("1 件同类事项正在办理。");
        browser.press("附议");
        assertThat(browser.shown("想补充的话（可不填）")).isEqualTo("第一步写的。");
        browser.fill("想补充的话（可不填）", "我家也漏。").press("上一步").fill("情况说明", "改了一句。");
        browser.press("附议");
        assertThat(browser.shown("想补充的话（可不填）")).isEqualTo("我家也漏。");

        browser.chooseFile(Files.writeString(folder.resolve("list.txt"), "漏水"));
        browser.awaitText("只收 JPEG、PNG 图片和 PDF。");
        looksWell("join-file-refused");
        browser.click(CONSENT);
        browser.press("附议");
        browser.awaitText("有文件没有传上去，请重传或删去后再提交。");
        assertThat(together(here)).isNull();
        browser.click(By.cssSelector(".uploads button.quiet"));
        browser.press("附议");
        browser.awaitText("已送出");
        assertThat(together(here)).isNotNull();
    }

    @Test
    void a_hazard_is_raised_by_itself() {
        cases.raise(COLLEAGUE, Cases.concern());
        phone(MEMBER);
        browser.click(By.cssSelector("a.raise"));
        browser.pick("类别", "住房与后勤").awaitText("1 件同类事项正在办理。");
        browser.click(Chromium.xpath("//*[contains(@class, 'fjs-container')]//label[normalize-space()='安全隐患']"));
        browser.awaitGone("同类事项正在办理");
    }

    // --- in English --------------------------------------------------------------------------------------------------

    @Test
    void both_are_there_in_english() {
        String first = cases.raise(COLLEAGUE, Cases.concernWith("title", "Leak"));
        TestTime.set("2026-03-03T10:00:00");
        String second = merged.ofMember("title", "Leak again");
        desk.on(SCREEN).inEnglish().comes(SECRETARY).list("In hand").tick(first).tick(second);
        browser.press("Same matter");
        browser.awaitText("Which one leads");
        looksWell("together-english");
        browser.press("Handle 2 together");
        assertThat(desk.said()).contains("2 are handled together now; " + first + " leads.");
        browser.await(() -> badge(first).equals("2 handled together"));
        desk.tick(first);
        browser.press("Take apart");
        browser.awaitText("Which are taken out");
        looksWell("together-english-apart");

        phone("lubin");
        browser.click(By.cssSelector("a.raise"));
        browser.pick("Category", "Housing and services").awaitText("2 of this kind being handled.");
        browser.press("Join");
        browser.awaitText("which one");
        looksWell("join-english");
    }

    // --- looking -----------------------------------------------------------------------------------------------------

    private void phone(String person) {
        desk.on(PHONE).comes(person);
        browser.page("/reports/mine.html");
        browser.find("a.raise");
        browser.find(".which");
    }

    /** What its row says of how many are handled together; the row is drawn anew after each act. */
    private String badge(String number) {
        browser.find("tr[data-number='" + number + "']");
        return (String) browser.driver()
                .executeScript(
                        "return document.querySelector(`tr[data-number='${arguments[0]}'] .what .badge`)?.textContent || ''",
                        number);
    }

    private Long together(String number) {
        return database.queryForObject(
                "select merged_group from handling where number = ? and ended_at is null", Long.class, number);
    }

    private void looksWell(String name) {
        Chromium.save(
                Path.of("target/screenshots", name + ".png"),
                Base64.getDecoder().decode((String) browser.driver()
                        .executeCdpCommand(
                                "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"))
                        .get("data")));
        assertThat(desk.tooWide()).as(name).isZero();
        assertThat(desk.obstacles()).as(name).isEmpty();
        assertThat(cutOff()).as(name + ": words that are cut off").isEmpty();
        assertThat(tooSmall()).as(name + ": too small for a thumb").isEmpty();
    }

    private List<?> cutOff() {
        return (List<?>) browser.driver().executeScript("""
                return [...document.querySelectorAll('main label, main button, main h2, main p')]
                    .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1 && !one.matches('.newest'))
                    .map((one) => one.textContent.trim());
                """);
    }

    private List<?> tooSmall() {
        return (Long) browser.driver().executeScript("return innerWidth") > PHONE.width
                ? List.of()
                : (List<?>) browser.driver().executeScript("""
                        return [...document.querySelectorAll('main .bar button, main .chosen label, main .send button')]
                            .filter((one) => one.offsetHeight > 0 && one.offsetHeight < 43.5)
                            .map((one) => one.outerHTML.slice(0, 120) + ' ' + one.offsetHeight);
                        """);
    }
}
