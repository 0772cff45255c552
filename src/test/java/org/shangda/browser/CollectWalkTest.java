package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.ShangdaTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A list of rows in Tasklist, as a branch secretary fills it in after a meeting. */
@Tag("browser")
@ShangdaTest
class CollectWalkTest extends InTheBrowser {

    private static final String COLLECT = "登记收集的事项";

    @Autowired
    JdbcTemplate database;

    @Test
    void a_secretary_records_two_matters_of_a_meeting_and_both_set_out() {
        browser.login(SECRETARY).start(COLLECT);
        browser.choose("电话").today("日期").inRow(1);
        browser.pick("类别", "住房与后勤").fill("标题", "楼道照明").fill("情况说明", "三楼楼道的灯坏了一个月。");
        browser.addRow().inRow(2);
        assertThat(browser.has("同事同意的方式（必填）")).isFalse();
        browser.fill("同事的工号或姓名", "查无此人").pick("可以送到哪里、是否显示同事的姓名（必填）", "实名办理");
        browser.pick("同事同意的方式（必填）", "电话").pick("类别", "财务报销");
        browser.fill("标题", "报销周期").fill("情况说明", "差旅费两个月没有到账。");
        browser.addRow().inRow(3).fill("标题", "这一行多余");
        browser.removeRow(3).inWholeForm();
        assertThat(browser.english()).isEmpty();
        browser.picture("collect");

        browser.submit();
        assertThat(browser.notice("查无此人")).contains("第 2 行：名册中没有“查无此人”。请填写工号、姓名全称或单位全称。");
        browser.inRow(1);
        assertThat(browser.shown("标题")).isEqualTo("楼道照明");
        browser.inRow(2).fill("同事的工号或姓名", "陈宇").inWholeForm().send();

        List<String> numbers = database.queryForList(
                "select number from concern where channel = 'TELEPHONE' order by title desc", String.class);
        assertThat(numbers).hasSize(2);
        String nameless = numbers.get(0);
        String named = numbers.get(1);
        assertThat(cases.concern(nameless, "title")).isEqualTo("楼道照明");
        assertThat(cases.concern(nameless, "category")).isEqualTo("housing");
        assertThat(cases.concern(nameless, "colleague")).isEqualTo(SECRETARY);
        assertThat(cases.concern(named, "title")).isEqualTo("报销周期");
        assertThat(cases.concern(named, "colleague")).isEqualTo(COLLEAGUE);
        assertThat(cases.concern(named, "consent_way")).isEqualTo("by-telephone");
        assertThat(cases.concern(named, "consent_on")).isEqualTo("2026-03-02");
        assertThat(browser.list("我的事项").tasks()).contains("我代为反映的事项 " + named, "我的事项 " + nameless);
    }

    @Test
    void a_row_that_is_not_complete_is_marked_and_the_button_opens_once_it_is() {
        browser.login(SECRETARY).start(COLLECT);
        browser.today("日期");
        browser.inRow(1).fill("标题", "食堂窗口").submit();
        browser.notice("未能发起，请按提示改正");
        assertThat(browser.text()).contains("此项必填");
        assertThat(browser.english()).isEmpty();
        browser.picture("collect-incomplete");
        browser.pick("类别", "餐饮与交通").fill("情况说明", "中午排队太久。");

        browser.inWholeForm().send();

        assertThat(database.queryForList("select title from concern where channel = 'MEETING'", String.class))
                .contains("食堂窗口");
    }
}
