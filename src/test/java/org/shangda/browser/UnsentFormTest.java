package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;

/** What somebody has written stays theirs until it is sent: it is not lost, and it is not sent as somebody else. */
@Tag("browser")
@ShangdaTest
class UnsentFormTest extends InTheBrowser {

    private static final String RAISE = "反映问题、困难或建议";
    private static final String QUESTION = "尚未提交，离开后填写的内容不会保留。确定离开？";
    private static final String TITLE = "实验室的门禁";
    private static final String STORY = "晚上十点以后打不开。";
    private static final String ADDED = "补充：周末也打不开。";

    private AroundTheForm around;

    @BeforeEach
    void aroundTheForm() {
        around = new AroundTheForm(browser);
    }

    @Test
    void what_is_written_in_the_start_window_is_neither_lost_nor_sent_as_somebody_else() {
        browser.login(COLLEAGUE);
        around.doubleClick("发起");
        browser.find(".modal ul.processes");
        around.clickBesideTheWindow();
        browser.find(".modal ul.processes");
        around.footer("关闭");
        browser.start(RAISE);
        assertThat(around.asksBeforeThePageGoes()).as("nothing is written yet").isFalse();
        browser.fill("标题", TITLE).fill("标题", "");
        assertThat(around.asksBeforeThePageGoes())
                .as("a change that was undone is none")
                .isFalse();
        browser.choose("实际困难").pick("类别", "住房与后勤").fill("标题", TITLE).fill("情况说明", STORY);

        around.clickBesideTheWindow();
        written();
        around.escape();
        written();
        for (String button : List.of("返回", "关闭")) {
            around.footer(button);
            assertThat(around.stay()).isEqualTo(QUESTION);
            written();
        }
        assertThat(around.asksBeforeThePageGoes()).isTrue();

        browser.fill("办理时需要谁回避？", "查无此人").submit();
        browser.notice("查无此人");
        browser.await(() -> around.inView(".modal-body .notifications .alert"));
        browser.picture("refusal-in-view");
        browser.fill("办理时需要谁回避？", "");

        around.network(false);
        browser.submit();
        assertThat(browser.notice("网络连接中断"))
                .contains("网络连接中断，尚不能确定是否已收到。填写的内容仍在，请稍后再提交一次。")
                .doesNotContain("Request", "请按提示改正");
        browser.picture("connection-lost");
        around.network(true);
        written();

        int before = cases.concerns();
        assertThat(around.anotherTabLogsIn("lubin")).contains("此浏览器已由 chenyu 登录");
        browser.submit();
        assertThat(around.asksToLogInAgain()).contains("您已在另一页面以其他身份（lubin）登录");
        browser.picture("somebody-else-is-logged-in");
        around.notNow();
        written();
        assertThat(cases.concerns()).isEqualTo(before);

        around.sessionEnds();
        browser.submit();
        assertThat(around.asksToLogInAgain()).contains("登录已失效");
        around.logInAgain("wrong");
        assertThat(around.toldInTheWindow()).contains("密码不正确");
        browser.picture("log-in-over-the-form");
        TestTime.set("2026-03-02T10:05:00");
        around.logInAgain("demo");
        browser.notice("我的事项");
        assertThat(around.windowIsOpen()).isFalse();
        assertThat(browser.alerted()).isFalse();
        assertThat(cases.concerns()).isEqualTo(before + 1);
    }

    private void written() {
        assertThat(browser.alerted()).isFalse();
        assertThat(around.windowIsOpen()).isTrue();
        assertThat(browser.shown("标题")).isEqualTo(TITLE);
        assertThat(browser.shown("情况说明")).isEqualTo(STORY);
    }

    @Test
    void a_tasks_form_is_left_only_by_who_wants_to_leave_it() {
        String first = cases.raise(COLLEAGUE, Cases.concern());
        String second = cases.raise(COLLEAGUE, Cases.concern());
        browser.login(COLLEAGUE).list("我的事项").task("我的事项 " + second).task("我的事项 " + first);
        add();

        List<Runnable> exits = List.of(
                () -> around.otherTask("我的事项 " + second),
                () -> around.arrowInTheList(),
                () -> around.otherList("待办"),
                () -> around.tab("历史"),
                () -> around.tab("流程图"),
                () -> around.tab("说明"),
                () -> around.logOut(),
                () -> around.back());
        for (Runnable exit : exits) {
            exit.run();
            assertThat(around.stay()).isEqualTo(QUESTION);
            added();
        }
        around.otherTask("我的事项 " + first);
        added();
        assertThat(around.asksBeforeThePageGoes()).isTrue();

        around.otherTask("我的事项 " + second);
        around.leave();
        browser.task("我的事项 " + second);
        assertThat(browser.alerted()).as("asked once").isFalse();

        add();
        around.sessionEnds();
        around.listIsRefreshed();
        assertThat(around.asksToLogInAgain()).contains("登录已失效");
        around.logInAgain("demo");
        added();
        browser.send();
        assertThat(browser.alerted()).isFalse();
        browser.list("待办").list("我的事项").task("我的事项 " + first);
        assertThat(cases.steps(second)).contains("PAPER");
    }

    private void add() {
        browser.choose("补充说明").fill("补充说明（必填）", ADDED);
    }

    private void added() {
        assertThat(browser.alerted()).isFalse();
        assertThat(browser.shown("补充说明（必填）")).isEqualTo(ADDED);
    }
}
