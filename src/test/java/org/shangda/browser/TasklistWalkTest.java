package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.SECRETARY;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.interactions.Actions;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;

/** Tasklist as people use it: everybody by their own login, in a real browser, through the product's own forms. */
@Tag("browser")
@ShangdaTest
class TasklistWalkTest extends InTheBrowser {

    private static final String RAISE = "反映问题、困难或建议";
    private static final Pattern NUMBER = Pattern.compile("SD\\d\\d-\\w{8}");

    @Test
    void a_concern_climbs_from_the_branch_to_a_department_and_its_answer_comes_back_to_the_colleague() {
        String title = "教师公寓三号楼 402 室漏水";
        String story = "卧室天花板漏水两周，已影响居住。\n报修过两次，维修人员说需要整体做屋面防水。";

        browser.login(COLLEAGUE).start(RAISE);
        browser.choose("实际困难").pick("类别", "住房与后勤").fill("标题", title).fill("情况说明", story);
        chineseOnly();
        browser.picture("raise");
        browser.send();
        String number = numberOn(browser.notice("我的事项"));
        browser.picture("raised");

        browser.list("我的事项").task("我的事项 " + number);
        assertThat(browser.shown("标题")).isEqualTo(title);
        assertThat(browser.shown("情况说明")).isEqualTo(story);
        assertThat(browser.text()).contains("本级剩 7 个工作日", "计算机系教工党支部 0500-");
        chineseOnly();
        browser.picture("my-concern");

        browser.login(SECRETARY).list("我的在办").task("党支部办理 " + number);
        browser.choose("上报院级党组织");
        browser.fill("已做的工作（必填）", "已到现场查看，并陪同报修。");
        browser.fill("本级不能解决的理由（必填）", "屋面防水要统一施工，支部没有条件解决。");
        chineseOnly();
        browser.picture("branch-passes-up");
        browser.send();

        browser.login(COLLEGE_CLERK).list("待办").task("院级党组织办理 " + number);
        browser.picture("college-receives");
        browser.receive().choose("提请职能部门办理");
        assertThat(browser.shown("职能部门")).isEqualTo("后勤管理处");
        browser.fill("已做的工作（必填）", "已与后勤管理处电话沟通。");
        browser.fill("本级不能解决的理由（必填）", "公寓维修由后勤管理处负责，请安排屋面防水。");
        chineseOnly();
        browser.picture("handle");
        browser.send();

        browser.login(COLLEGE_HEAD).list("我的在办").task("审签 " + number);
        assertThat(browser.text()).contains("待审签：提请职能部门办理");
        assertThat(browser.shown("已做的工作")).isEqualTo("已与后勤管理处电话沟通。");
        browser.choose("同意发出");
        chineseOnly();
        browser.picture("sign");
        browser.send();

        browser.login(DEPARTMENT_CLERK).list("待办").task("职能部门办理 " + number);
        browser.receive().choose("答复办结");
        browser.fill("答复内容（必填）", "本周五上午九点起做屋面防水，周日前恢复室内墙面。");
        browser.choose("已与反映人当面或电话沟通").choose("已说明办理依据和结果").choose("属于本单位职责，没有一转了之");
        chineseOnly();
        browser.picture("answer");
        browser.send();

        browser.login(DEPARTMENT_HEAD).list("我的在办").task("审签 " + number);
        browser.choose("同意发出").send();

        browser.login(COLLEGE_CLERK).list("待办").task("审阅并转达答复 " + number);
        assertThat(browser.shown("答复")).isEqualTo("本周五上午九点起做屋面防水，周日前恢复室内墙面。");
        browser.receive().choose("转达反映人");
        chineseOnly();
        browser.picture("college-passes-the-answer-on");
        browser.send();

        browser.login(COLLEAGUE).list("我的在办").task("评价答复 " + number);
        assertThat(browser.shown("答复")).isEqualTo("本周五上午九点起做屋面防水，周日前恢复室内墙面。");
        browser.choose("满意");
        chineseOnly();
        browser.picture("rate");
        browser.send();

        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
        assertThat(cases.concern(number, "rating")).isEqualTo("SATISFIED");
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc");
    }

    @Test
    void what_is_missing_or_wrong_is_said_in_chinese_and_nothing_typed_is_lost() {
        browser.login(COLLEAGUE).start(RAISE);
        browser.fill("标题", "食堂窗口").submit();
        browser.notice("未能发起，请按提示改正");
        assertThat(browser.text()).contains("此项必填");
        assertThat(browser.shown("标题")).isEqualTo("食堂窗口");
        chineseOnly();
        browser.picture("raise-incomplete");

        browser.pick("类别", "餐饮与交通").fill("情况说明", "中午排队太久。").fill("办理时需要谁回避？", "查无此人");
        browser.submit();
        assertThat(browser.notice("查无此人")).contains("名册中没有“查无此人”。请填写工号、姓名全称或单位全称。");
        assertThat(browser.shown("标题")).isEqualTo("食堂窗口");
        assertThat(browser.shown("情况说明")).isEqualTo("中午排队太久。");
        assertThat(browser.shown("办理时需要谁回避？")).isEqualTo("查无此人");
        browser.picture("raise-refused");
        browser.fill("办理时需要谁回避？", "").send();
        String number = numberOn(browser.notice("我的事项"));

        browser.login(SECRETARY).list("我的在办").task("党支部办理 " + number);
        browser.choose("告知其他办理渠道").fill("为什么走这个渠道、怎样办理（必填）", "请向伙食委员会反映。").submit();
        assertThat(browser.notice("未能提交")).contains("请填写“渠道”。");
        assertThat(browser.shown("为什么走这个渠道、怎样办理（必填）")).isEqualTo("请向伙食委员会反映。");
        browser.choose("答复办结").fill("答复内容（必填）", "").submit();
        assertThat(browser.notice("答复内容")).contains("请填写“答复内容”。");
        chineseOnly();
        browser.picture("answer-refused");
        browser.fill("答复内容（必填）", "已与食堂商定增开两个窗口。").send();
        assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
    }

    @Test
    void whatever_is_typed_is_shown_as_typed() {
        String odd =
                "<script>alert(1)</script><img src=x onerror=alert(2)> ${1+1} #{2+2} {{heading}} %_' \" 😀 *粗* # 题";

        browser.login(COLLEAGUE).start(RAISE);
        browser.pick("类别", "校园环境").fill("标题", odd).fill("情况说明", odd + "\n第二行").send();
        String number = numberOn(browser.notice("我的事项"));
        browser.list("我的事项").task("我的事项 " + number);
        browser.choose("补充说明").fill("补充说明（必填）", odd).send();

        browser.login(SECRETARY).list("我的在办").task("党支部办理 " + number);
        assertThat(browser.shown("标题")).isEqualTo(odd);
        assertThat(browser.shown("情况说明")).isEqualTo(odd + "\n第二行");
        assertThat(browser.text()).contains(odd);
        browser.picture("shown-as-typed");
        browser.choose("答复办结").fill("答复内容（必填）", odd).send();

        browser.login(COLLEAGUE).list("我的在办").task("评价答复 " + number);
        assertThat(browser.shown("答复")).isEqualTo(odd);
        assertThat(browser.alerted()).isFalse();
    }

    @Test
    void each_list_holds_what_its_name_says() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String branch = "党支部办理 " + number;
        browser.login(SECRETARY);
        assertThat(browser.list("我的在办").tasks()).contains(branch);
        assertThat(browser.list("待办").tasks()).doesNotContain(branch);
        assertThat(browser.list("即将到期").tasks()).doesNotContain(branch);
        assertThat(browser.list("已逾期").tasks()).doesNotContain(branch);
        TestTime.set("2026-03-10T10:00:00");
        assertThat(browser.list("即将到期").tasks()).contains(branch);
        TestTime.set("2026-03-12T10:00:00");
        assertThat(browser.login(SECRETARY).list("已逾期").tasks()).contains(branch);
        browser.picture("overdue");

        cases.exit(SECRETARY, number, "pass-up");
        String college = "院级党组织办理 " + number;
        assertThat(browser.login(COLLEGE_CLERK).list("待办").tasks()).contains(college);
        browser.task(college).receive();
        assertThat(browser.list("我的在办").tasks()).contains(college);
        assertThat(browser.list("待办").tasks()).doesNotContain(college);

        assertThat(browser.login(COLLEAGUE).list("我的事项").tasks()).contains("我的事项 " + number);
    }

    @Test
    void an_overdue_concern_is_supervised_without_its_story() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-11T17:30:00");

        browser.login(COLLEGE_CLERK).list("待办").task("督办 " + number).receive();
        assertThat(browser.text()).contains("逾期单位：计算机系教工党支部", "督办只显示办理情况，不显示事项内容");
        assertThat(browser.text()).doesNotContain("漏水");
        browser.choose("改由其他单位办理");
        assertThat(browser.has("改由哪个单位办理（必填）")).isTrue();
        browser.choose("催办").fill("督办意见", "请在两个工作日内答复反映人。");
        chineseOnly();
        browser.picture("supervise");
        browser.send();
    }

    @Test
    void who_asks_for_english_reads_lists_tasks_processes_and_forms_in_english() {
        Map<String, Object> concern = Cases.concern();
        String number = cases.raise(COLLEAGUE, concern);
        browser.askForEnglish();
        browser.login(SECRETARY).list("In my hands").task("Handle: Party branch " + number);
        browser.awaitText("Handle: ");
        assertThat(browser.chinese(concern.values().toArray(String[]::new))).isEmpty();
        browser.picture("english-handle");

        new Actions(browser.driver())
                .moveToElement(browser.find(By.partialLinkText("To do")))
                .perform();
        browser.awaitText("Waiting to be received");
        assertThat(browser.text()).doesNotContain("等待签收");
        browser.click(By.partialLinkText("Start process"));
        browser.awaitText("Raise a problem, difficulty or suggestion");
        assertThat(browser.text()).contains("Arrange an event talk").doesNotContain("反映问题", "通报");
        browser.picture("english-start");
        browser.click(By.linkText("Raise a problem, difficulty or suggestion"));
        browser.find(".modal .fjs-form");
        assertThat(browser.find(".modal").getText()).doesNotContain("反映");
        browser.picture("english-raise");
    }

    private void chineseOnly() {
        // Kinds of files have no other names.
        assertThat(browser.english("JPEG", "PNG", "PDF", "MB")).isEmpty();
    }

    private static String numberOn(String notice) {
        Matcher number = NUMBER.matcher(notice);
        assertThat(number.find()).as("a number in: %s", notice).isTrue();
        return number.group();
    }
}
