package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;

/** A secretary looks up what was answered last month, a college what its branches received. */
@Tag("browser")
@ShangdaTest
class RegistersWalkTest extends InTheBrowser {

    private String title;
    private String answered;
    private String late;

    @BeforeEach
    void march_is_over() {
        TestTime.set("2026-03-10T10:00:00");
        cases.forgetAll();
        title = "三号楼电梯停用";
        answered = cases.raise(COLLEAGUE, Cases.concernWith("title", title));
        cases.exit(SECRETARY, answered, "answer", Map.of("words", "电梯已于三月二十日恢复使用。"));
        cases.act(COLLEAGUE, answered, "UserTask_Rate", Map.of("rating", "satisfied"));
        late = cases.raise(COLLEAGUE, Cases.concernWith("title", "停车位不足"));
        TestTime.set("2026-04-10T10:00:00");
    }

    @Test
    void what_was_answered_last_month_is_found_in_two_presses_and_its_way_opens_with_a_third() {
        browser.login(SECRETARY).page("/reports/registers.html").awaitText("我的已办");
        browser.press("上月").awaitText("电梯已于三月二十日恢复使用。");
        assertThat(browser.text()).contains(title, "答复办结", "满意", answered);
        assertThat(browser.wholePage("registers-done", 1366)).isZero();
        browser.press(title).awaitText("办理经过");
        assertThat(browser.find("dialog").getText()).contains("跟踪责任单位", "情况说明", "评价：满意");
        browser.picture("registers-case");
        assertThat(browser.find("dialog .actions a").getDomAttribute("href"))
                .isEqualTo("../api/concerns/" + answered + "/sheet.docx");
        browser.press("关闭");

        browser.press("本月").awaitText("没有符合条件的事项");
        assertThat(browser.wholePage("registers-none", 390)).isZero();
    }

    @Test
    void whoever_is_far_away_reads_the_time_of_the_university() {
        browser.driver().executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "America/New_York"));
        browser.login(SECRETARY).page("/reports/registers.html").awaitText(title);
        assertThat(browser.driver().executeScript("return new Date(0).getHours()"))
                .as("the evening before")
                .isEqualTo(19L);
        assertThat(browser.text()).contains("2026-03-10 10:00");
    }

    @Test
    void a_college_reads_what_its_branch_received_without_titles_and_finds_what_is_late() {
        browser.login(COLLEGE_CLERK).page("/reports/registers.html").awaitText("单位台账");
        browser.driver().executeScript("document.getElementById('tab-done').focus()");
        browser.key(Keys.ARROW_RIGHT);
        assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("单位台账");
        browser.awaitText("只看逾期");
        browser.driver()
                .executeScript("const unit = document.getElementById('unit'); unit.value = 'jsj1';"
                        + " unit.dispatchEvent(new Event('change'))");
        browser.awaitText(late);
        assertThat(browser.text()).contains("标题不对您显示", "逾期", "本人反映").doesNotContain("停车位不足", "三号楼电梯停用");
        browser.find(".asked input[type=checkbox]").click();
        browser.awaitGone(answered);
        assertThat(browser.text()).contains(late);
        assertThat(browser.wholePage("registers-unit", 1366)).isZero();
        assertThat(browser.wholePage("registers-unit", 390)).isZero();
        assertThat(browser.driver().findElements(By.cssSelector("#rows tbody tr .papers a")))
                .as("papers of what may not be read")
                .isEmpty();
    }

    @Test
    void whose_browser_asks_for_english_reads_it_in_english() {
        browser.login(SECRETARY);
        browser.askForEnglish();
        browser.page("/reports/registers.html").awaitText("Done by me");
        browser.press("Last month").awaitText("Where it is now");
        assertThat(browser.text())
                .contains("Result and answer", "Satisfied", "Closed", "This term")
                .doesNotContain("上月", "已办", "台账", "评价", "结果", "（");
        assertThat(browser.driver().getTitle()).isEqualTo("Done and registers · Shangda");
        assertThat(browser.wholePage("registers-english", 1366)).isZero();

        browser.login(COLLEAGUE).page("/reports/registers.html").awaitText("Done by me");
        browser.driver().executeScript("document.getElementById('tab-done').focus()");
        browser.key(Keys.ARROW_RIGHT);
        assertThat(browser.driver().switchTo().activeElement().getText())
                .as("who keeps no register has one tab")
                .isEqualTo("Done by me");
    }
}
