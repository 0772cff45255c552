package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.SECRETARY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.monitoring.Monitoring;
import org.springframework.beans.factory.annotation.Autowired;

/** What many things at once cost in clicks, from the desk on; raising with a photo is in {@link MineWalkTest}. */
@Tag("browser")
@ShangdaTest
class DeskClicksTest extends DeskInTheBrowser {

    @Autowired
    Contacts contacts;

    @Autowired
    Monitoring monitoring;

    @BeforeEach
    void nothingWasEverRaised() {
        cases.forgetAll();
    }

    @AfterEach
    void nothingStandsStill() {
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
        monitoring.look();
    }

    @Test
    void a_monday_with_three_concerns_and_a_sheet_of_nine_pairs_takes_a_secretary_at_most_twenty_five_clicks() {
        contacts.forgetEverything();
        List<String> pairs = Stream.of(
                        COLLEAGUE, "mayan", "majie", "lubin", "zhanghui", "huyan", "yebo", "hanwenjing", "luohang")
                .map(colleague ->
                        contacts.imported("member-person", SECRETARY, colleague, "jsj1", LocalDate.of(2026, 2, 1)))
                .toList();
        contacts.open();
        String sheet = contacts.sheet(SECRETARY, "2026-03");
        List<String> raised = Stream.of("三号楼漏水", "电梯停用", "托管名额不够")
                .map(title -> cases.raise(COLLEAGUE, Cases.concernWith("title", title)))
                .toList();

        desk.comes(SECRETARY);
        int before = browser.clicks() - 1;
        browser.click(By.cssSelector(".rows tbody tr:first-child .what a"));
        raised.forEach(number -> answered());
        desk.form();
        browser.today("相同的日期").pick("相同的方式", "走访").choose("工作上的帮带");
        for (int row = 1; row <= pairs.size(); row++) {
            browser.inRow(row).choose("联系过");
        }
        browser.inWholeForm().picture("desk-sheet");
        desk.submit();
        browser.await(() -> contacts.state(sheet).equals("DISCHARGED"));

        assertThat(browser.clicks() - before).isLessThanOrEqualTo(25);
        assertThat(raised)
                .allSatisfy(number -> assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED"));
        assertThat(pairs)
                .allSatisfy(pair -> assertThat(contacts.contacts(pair, "way")).containsExactly("visit"));
        contacts.forgetEverything();
    }

    /** The open concern; what waits next is opened. */
    private void answered() {
        String title = desk.form().title();
        browser.choose("答复办结").fill("答复内容（必填）", "已报修，本周五维修。");
        desk.submit();
        browser.await(() -> !desk.title().equals(title));
    }

    @Test
    void thirty_answers_are_signed_with_at_most_ten_clicks() {
        List<String> drafted = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String number = cases.raise(COLLEAGUE, Cases.concernWith("type", "hazard"));
            cases.exitAt("department", DEPARTMENT_CLERK, number, "answer", Map.of());
            drafted.add(number);
        }
        desk.comes(DEPARTMENT_HEAD);
        int before = browser.clicks();

        desk.list("待审签");
        for (int left : new int[] {5, 0}) {
            assertThat(browser.text()).as("read before it is signed").contains("内容：answer");
            browser.click(By.cssSelector("thead input[type=checkbox]"));
            browser.press("一起审签");
            desk.form();
            browser.choose("同意发出");
            desk.submit();
            browser.await(() -> desk.count("待审签") == left);
        }

        assertThat(browser.clicks() - before).isLessThanOrEqualTo(10);
        assertThat(drafted)
                .allSatisfy(number -> assertThat(cases.openTasks(number)).doesNotContain("UserTask_Sign"));
    }

    @Test
    void a_unit_that_is_late_with_forty_four_is_urged_with_at_most_twelve_clicks() {
        List<String> late = new ArrayList<>();
        for (int i = 0; i < 44; i++) {
            late.add(cases.raise(COLLEAGUE, Cases.concern()));
        }
        String elsewhere = cases.raise("wubin", Cases.concern());
        late.forEach(number -> cases.passTo(number, "2026-03-12T10:00:00"));
        cases.passTo(elsewhere, "2026-03-12T10:00:00");
        assertThat(monitoring.look()).isTrue();
        desk.comes(COLLEGE_CLERK);
        int before = browser.clicks();

        browser.click(By.linkText("停滞事项"));
        browser.awaitText(elsewhere);
        browser.select("unit", "计算机系教工党支部（44）");
        browser.awaitGone(elsewhere);
        browser.click(By.id("every"));
        browser.press("催办");
        browser.press("确定");
        browser.awaitText("催办：44 件已办理。");

        assertThat(browser.clicks() - before).isLessThanOrEqualTo(12);
        assertThat(late)
                .allSatisfy(number ->
                        assertThat(cases.step(number, "SUPERVISION", "code")).isEqualTo("urge"));
        assertThat(cases.steps(elsewhere)).doesNotContain("SUPERVISION");
    }

    @Test
    void what_i_answered_last_month_is_found_with_at_most_three_clicks() {
        String answered = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, answered, "answer", Map.of("words", "电梯已于三月二十日恢复使用。"));
        cases.act(COLLEAGUE, answered, "UserTask_Rate", Map.of("rating", "satisfied"));
        raisedOn("2026-03-27T09:00:00", "lubin", "三号楼电梯停用两周");
        raisedOn("2026-04-01T15:30:00", "huyan", "假期托管名额不够");
        raisedOn("2026-04-09T11:00:00", "majie", "停车位不足");
        TestTime.set("2026-04-10T10:00:00");
        desk.comes(SECRETARY);
        browser.picture("desk");
        int before = browser.clicks();

        browser.click(By.linkText("已办与台账"));
        browser.press("上月").awaitText("电梯已于三月二十日恢复使用。");

        assertThat(browser.text()).contains(answered);
        assertThat(browser.clicks() - before).isLessThanOrEqualTo(3);
    }

    private void raisedOn(String day, String person, String title) {
        TestTime.set(day);
        cases.raise(person, Cases.concernWith("title", title));
    }
}
