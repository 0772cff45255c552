package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A colleague with a phone of 390 x 844: raises, follows, urges, withdraws, confirms a note, agrees to a pair. */
@Tag("browser")
@ShangdaTest
class MineWalkTest {

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    Contacts contacts;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private Browser browser;
    private OnMyPhone phone;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        contacts.forgetEverything();
        browser = new Browser(port);
        phone = new OnMyPhone(browser).logIn(COLLEAGUE);
    }

    @AfterEach
    void over() {
        browser.close();
        cases.endAll();
        contacts.forgetEverything();
        TestTime.set(TestTime.MONDAY);
    }

    @Test
    void raising_with_a_photo_takes_at_most_eight_taps_and_the_number_is_large() {
        phone.open();
        phone.looksWell("mine-empty");
        int before = browser.clicks();
        browser.click(By.cssSelector("a.raise"));
        browser.pick("类别", "住房与后勤");
        browser.fill("标题", "三号楼 402 室漏水").fill("情况说明", "天花板漏水两周。").fill("地点", "三号楼 402 室");
        phone.looksWell("mine-raise-what");
        browser.press("下一步");
        browser.chooseFile(photo());
        browser.awaitText("已传");
        phone.looksWell("mine-raise-send");
        browser.press("提交");

        browser.awaitText("已送出");
        assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("已送出");
        assertThat(browser.clicks() - before).isLessThanOrEqualTo(8);
        WebElement shown = browser.find(".sent .number");
        String number = shown.getText();
        assertThat(Double.parseDouble(shown.getCssValue("font-size").replace("px", "")))
                .isGreaterThan(30);
        phone.looksWell("mine-sent");
        assertThat(database.queryForObject("select title from concern where number = ?", String.class, number))
                .isEqualTo("三号楼 402 室漏水");

        browser.click(By.cssSelector(".sent a.button"));
        WebElement card = browser.find(By.id(number));
        assertThat(card.getText()).contains("三号楼 402 室漏水", "计算机系教工党支部", "本级剩", "反映");
        assertThat(card.findElement(By.cssSelector(".where a.call")).getDomAttribute("href"))
                .isEqualTo("tel:050088881041");
        browser.click(By.xpath("//article//summary[contains(., '我反映的内容')]"));
        WebElement photo = browser.find(".matter .files img");
        browser.await(() -> !photo.getDomProperty("naturalWidth").equals("0"));
    }

    @Test
    void F1_a_hazard_shows_the_number_to_call_large_before_and_after() {
        phone.open();
        browser.click(By.cssSelector("a.raise"));
        phone.choose("安全隐患");
        WebElement call = browser.find(
                Chromium.xpath("//*[contains(@class, 'fjs-form-field-text')]//h1[contains(., '0500-8888 9201')]"));
        assertThat(Double.parseDouble(call.getCssValue("font-size").replace("px", "")))
                .isGreaterThanOrEqualTo(24);
        assertThat(browser.text()).contains("值班电话：保卫处", "两小时内签收", "110、119");
        phone.looksWell("mine-hazard");

        cases.raise(COLLEAGUE, Cases.concernWith("type", "hazard"));
        browser.click(By.cssSelector("a.back"));
        browser.await(browser::alerted);
        browser.driver().switchTo().alert().accept();
        browser.find(".where .duty a.call");
        assertThat(browser.find(".where .duty a.call").getDomAttribute("href")).startsWith("tel:050088889");
        assertThat(browser.text()).contains("前签收");
        phone.looksWell("mine-hazard-followed");
    }

    @Test
    void what_was_typed_is_asked_about_before_one_leaves_and_is_there_when_one_stays() {
        phone.open();
        browser.click(By.cssSelector("a.raise"));
        browser.fill("标题", "还没写完");
        browser.click(By.cssSelector("a.back"));
        browser.await(browser::alerted);
        browser.driver().switchTo().alert().dismiss();
        assertThat(browser.shown("标题")).isEqualTo("还没写完");

        browser.driver().manage().deleteAllCookies();
        // Whether there is the same already is asked for the one who came.
        browser.pick("类别", "住房与后勤");
        browser.find("dialog input[name=password]").sendKeys("demo");
        browser.click(By.cssSelector("dialog button[type=submit]"));
        browser.await(
                () -> browser.driver().findElements(By.cssSelector("dialog")).isEmpty());
        assertThat(browser.shown("标题")).isEqualTo("还没写完");
        browser.fill("情况说明", "天花板漏水。").press("下一步");
        browser.fill("办理时需要谁回避？", "保卫处");
        browser.press("上一步");
        browser.fill("标题", "写完了");
        browser.press("下一步");
        assertThat(browser.shown("办理时需要谁回避？")).isEqualTo("保卫处");
        browser.press("提交");
        browser.awaitText("已送出");
    }

    @Test
    void urging_and_adding_say_that_they_were_done_and_withdrawing_asks_twice() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", "教师公寓漏水"));
        phone.open();
        browser.press("催办");
        browser.fill("想说明的情况（可不填）", "又漏了。");
        phone.looksWell("mine-urge");
        browser.click(By.cssSelector(".work .send button.main"));
        browser.awaitText("起可以再催");
        assertThat(browser.find(".told").getText()).isNotEmpty();
        phone.looksWell("mine-urged");

        browser.press("补充");
        browser.fill("补充说明（必填）", "是卧室。");
        browser.click(By.cssSelector(".work .send button.main"));
        browser.awaitText("是卧室。");

        browser.press("撤回");
        browser.awaitText("撤回后事项即结束");
        phone.looksWell("mine-withdraw");
        browser.click(By.cssSelector(".work .send button.main"));
        browser.await(browser::alerted);
        browser.driver().switchTo().alert().dismiss();
        browser.awaitText("没有撤回");
        assertThat(state(number)).isEqualTo("OPEN");
        browser.click(By.cssSelector(".work .send button.main"));
        browser.await(browser::alerted);
        browser.driver().switchTo().alert().accept();
        browser.await(() -> state(number).equals("WITHDRAWN"));
    }

    @Test
    void a_note_is_confirmed_and_a_pair_agreed_to() {
        TestTime.set("2026-03-10T10:00:00");
        String note = aNote();
        phone.logIn(Contacts.OTHER_COLLEAGUE).open();
        browser.press("查看并答复");
        phone.choose("属实，确认");
        phone.looksWell("mine-note");
        browser.click(By.cssSelector(".work .send button.main"));
        browser.await(() -> contacts.note(note, "state").equals("CONFIRMED"));

        String pair = pairings.ask(Cases.MEMBER, COLLEAGUE);
        phone.logIn(COLLEAGUE).open();
        browser.press("查看并答复");
        phone.choose("愿意");
        phone.looksWell("mine-pair");
        browser.click(By.cssSelector(".work .send button.main"));
        browser.await(() -> pairings.state(pair).equals("ACTIVE"));
    }

    @Test
    void in_english_no_chinese_is_left_but_what_people_and_units_are_called() {
        cases.raise(COLLEAGUE, Cases.concernWith("title", "Leak"));
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setUserAgentOverride",
                        Map.of(
                                "userAgent",
                                String.valueOf(browser.driver().executeScript("return navigator.userAgent")),
                                "acceptLanguage",
                                "en-US"));
        phone.open();
        browser.awaitText("Raise a concern");
        phone.looksWell("mine-english");
        assertThat(browser.text())
                .contains("Urge", "Withdraw", "Open", "Closed")
                .doesNotContain("我的事项", "催办");
        browser.click(By.cssSelector("a.raise"));
        browser.awaitText("Step 1 of 2");
        browser.find(".fjs-form");
        phone.looksWell("mine-english-raise");
    }

    // --- what there is -----------------------------------------------------------------------------------------------

    private String state(String number) {
        return database.queryForObject("select state from concern where number = ?", String.class, number);
    }

    private String aNote() {
        TestTime.set(TestTime.MONDAY);
        String pair = contacts.pair(Contacts.MEMBER, Contacts.OTHER_COLLEAGUE);
        TestTime.set("2026-03-10T10:00:00");
        contacts.open();
        contacts.register(
                Contacts.MEMBER,
                contacts.sheet(Contacts.MEMBER, "2026-03"),
                Contacts.with(Contacts.row(pair, "2026-03-05", "visit"), "note", "近期承担两门新课。"));
        return contacts.notes(pair).get(0);
    }

    private Path photo() {
        BufferedImage picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.fillRect(0, 0, 800, 600);
        pen.dispose();
        try {
            Path file = folder.resolve("leak.png");
            ImageIO.write(picture, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
