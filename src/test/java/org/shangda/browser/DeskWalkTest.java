package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.browser.AtTheDesk.PHONE;

import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;

/** 工作台: seen, received, handled, signed and rated, on a desk and on a phone; nothing that was written is lost. */
@Tag("browser")
@ShangdaTest
class DeskWalkTest extends DeskInTheBrowser {

    private static final String QUESTION = "尚未提交，离开后填写的内容不会保留。确定离开？";
    private static final String ANSWER = "本周五上午九点起做屋面防水，周日前恢复室内墙面。";

    private AroundTheForm around;

    @BeforeEach
    void aroundTheForm() {
        around = new AroundTheForm(browser);
    }

    @Test
    void what_waits_is_received_answered_signed_and_rated_without_leaving_the_desk() {
        String one = cases.at("department", "problem");
        String other = cases.at("department", "problem");

        desk.comes(DEPARTMENT_CLERK);
        assertThat(desk.address()).isEqualTo("/reports/desk.html");
        assertThat(desk.count("待签收")).isEqualTo(2);
        assertThat(browser.english()).isEmpty();
        desk.tick(one).tick(other);
        browser.press("签收 2 件");
        assertThat(desk.said()).contains("2 件已办", one, other);
        for (String number : new String[] {one, other}) {
            desk.list("在办").open(number);
            browser.choose("答复办结").fill("答复内容（必填）", ANSWER);
            browser.choose("已与反映人当面或电话沟通").choose("已说明办理依据和结果").choose("属于本单位职责，没有一转了之");
            desk.submit();
            assertThat(desk.said()).contains(number);
        }
        assertThat(cases.steps(one)).contains("RECEIVED");

        desk.comes(DEPARTMENT_HEAD).list("待审签");
        assertThat(browser.find(".preview").getText())
                .as("read before it is signed")
                .contains(ANSWER);
        desk.tick(one).tick(other);
        browser.press("一起审签");
        desk.form();
        browser.choose("同意发出");
        desk.submit();
        assertThat(desk.said()).contains("2 件已办", one, other);

        cases.act(COLLEGE_CLERK, one, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));
        desk.on(PHONE).comes(COLLEAGUE).list("待评价").open(one);
        assertThat(browser.shown("答复")).as("the words of the one who answered").isEqualTo(ANSWER);
        desk.inViewOfTheWholeButton();
        assertThat(desk.tooWide()).isZero();
        browser.choose("满意");
        desk.submit();
        assertThat(desk.said()).contains(one);
        assertThat(cases.concern(one, "rating")).isEqualTo("SATISFIED");
        assertThat(desk.violations()).isEmpty();
    }

    @Test
    void on_a_phone_what_one_must_know_is_seen_at_once_and_the_draft_stands_above_the_way() {
        String number = cases.at("department", "problem");
        TestTime.set("2026-03-03T10:00:00");
        cases.exit(DEPARTMENT_CLERK, number, "answer", Map.of("words", ANSWER));

        desk.on(PHONE).comes(DEPARTMENT_HEAD).open(number);
        browser.find("#form .way");
        browser.photograph("phone-draft");
        assertThat(desk.outOfSight("#form h2", "#form header .quiet", "#form header .times"))
                .isEmpty();
        desk.inViewOfTheWholeButton();
        assertThat(browser.shown("拟发出的内容（可修改）")).isEqualTo(ANSWER);
        wayIsBelow("拟发出的内容（可修改）");
        assertThat(desk.texts("#form .way time")).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(desk.texts("#form .way .folded details:not([open]) summary"))
                .as("receipts")
                .isNotEmpty();
        assertThat(desk.tooSmallForAThumb()).isEmpty();
    }

    @Test
    void on_a_phone_what_is_asked_stands_above_the_way() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "ask", Map.of("words", "是哪一间？"));

        desk.on(PHONE).comes(COLLEAGUE).open(number);
        browser.find("#form .way");
        browser.photograph("phone-question");
        assertThat(desk.outOfSight("#form h2", "#form header .quiet", "#form header .times"))
                .isEmpty();
        assertThat(browser.shown("请您补充")).isEqualTo("是哪一间？");
        wayIsBelow("请您补充");
        assertThat(desk.tooSmallForAThumb()).isEmpty();
    }

    private void wayIsBelow(String label) {
        int field = browser.find(Chromium.xpath("//label[normalize-space()='%s']", label))
                .getLocation()
                .getY();
        assertThat(browser.find("#form .way").getLocation().getY()).isGreaterThan(field);
    }

    @Test
    void a_link_leads_to_the_row_after_the_login_and_what_is_written_is_left_only_by_who_wants_to() {
        String first = cases.raise(COLLEAGUE, Cases.concern());
        String second = cases.raise(COLLEAGUE, Cases.concernWith("title", "走廊的灯坏了"));
        String task = cases.task(first, "UserTask_Handle").getId();

        desk.comes(SECRETARY, "/reports/desk.html#task=" + task).form();
        desk.submit();
        assertThat(browser.find(".fjs-form-field-error").getText()).isEqualTo("此项必填");
        assertThat(around.inView(".fjs-form-field-error")).isTrue();
        browser.choose("答复办结").fill("答复内容（必填）", ANSWER);

        browser.click(By.cssSelector("tr[data-number='" + second + "'] .what a"));
        assertThat(around.stay()).isEqualTo(QUESTION);
        assertThat(browser.shown("答复内容（必填）")).isEqualTo(ANSWER);
        assertThat(desk.address()).contains(task);
        around.back();
        assertThat(around.stay()).isEqualTo(QUESTION);
        assertThat(browser.shown("答复内容（必填）")).isEqualTo(ANSWER);
        assertThat(around.asksBeforeThePageGoes()).isTrue();

        around.sessionEnds();
        desk.submit();
        assertThat(around.asksToLogInAgain()).contains("登录已失效");
        around.logInAgain("wrong");
        assertThat(around.toldInTheWindow()).contains("密码不正确");
        TestTime.set("2026-03-02T10:05:00");
        around.logInAgain("demo");
        assertThat(desk.said()).contains(first);
        assertThat(browser.alerted()).isFalse();
        assertThat(cases.concern(first, "state")).isEqualTo("ANSWERED");
        assertThat(browser.find("#form h2").getText())
                .as("what waits next is open")
                .isEqualTo("走廊的灯坏了");

        browser.choose("答复办结").fill("答复内容（必填）", ANSWER);
        around.anotherPersonLogsIn(COLLEAGUE);
        desk.submit();
        assertThat(around.asksToLogInAgain()).contains("您已在另一页面以其他身份（chenyu）登录");
        around.notNow();
        assertThat(browser.shown("答复内容（必填）")).isEqualTo(ANSWER);
    }

    @Test
    void what_is_received_in_its_row_is_received_everywhere_and_the_file_is_of_the_list_that_is_shown() {
        String one = cases.at("department", "problem");
        String other = cases.at("department", "problem");
        desk.comes(DEPARTMENT_CLERK);
        assertThat(excel()).isEqualTo("../api/desk.xlsx?list=receive");
        desk.list("已办");
        assertThat(excel()).isEqualTo("../api/done/done.xlsx?period=all&q=");

        desk.list("待签收").open(one);
        browser.press("签收");
        browser.await(() -> desk.count("待签收") == 1);
        assertThat(desk.count("在办")).isEqualTo(1);
        assertThat(browser.find("#form header").getText()).doesNotContain("签收");
        browser.choose("答复办结").fill("答复内容（必填）", ANSWER);
        browser.choose("已与反映人当面或电话沟通").choose("已说明办理依据和结果").choose("属于本单位职责，没有一转了之");
        desk.submit();
        assertThat(desk.said()).contains(one);
        assertThat(desk.form().address()).as("what waits next is open").contains("list=receive", "task=");
        browser.press("签收").awaitGone("先签收，再办理");

        desk.on(PHONE);
        browser.click(By.cssSelector("a.back"));
        desk.list("在办").tick(other);
        browser.press("一起办理");
        desk.form();
        browser.click(By.cssSelector("a.back"));
        assertThat(browser.find("tr[data-number='" + other + "']").isDisplayed())
                .as("the way back from a form for many")
                .isTrue();
    }

    private String excel() {
        return browser.find(".filters .tools a").getDomAttribute("href");
    }

    @Test
    void what_is_proposed_for_one_is_not_handed_in_for_many_and_each_keeps_its_own_words() {
        cases.raise(COLLEAGUE, Cases.concern());
        desk.comes(SECRETARY);
        browser.driver().executeScript("""
                const forms = {
                  a: { decision: 'no', words: 'of a' },
                  b: { decision: 'yes', words: 'of b', tried: 'b tried' },
                };
                const answers = ['yes', 'no'].map((value) => ({ value, label: value }));
                const schema = { type: 'default', components: [
                  { type: 'textarea', key: 'words', id: 'w', label: 'words' },
                  { type: 'textarea', key: 'tried', id: 't', label: 'tried' },
                  { type: 'radio', key: 'decision', id: 'd', label: 'decision', values: answers, validate: { required: true } },
                ] };
                window.sent = {};
                window.fetch = async (address, { method, body }) => {
                  const task = address.split('/')[3];
                  if (method === 'POST') {
                    sent[task] = JSON.parse(await body.text());
                  }
                  return Response.json(method === 'POST' ? { sentence: 'sent' } : { schema, data: forms[task], kind: 'kind' });
                };
                document.querySelector('#desk').innerHTML = '<div id="form"></div>';
                import('/reports/desk-batch.js').then(({ openBatch }) =>
                  openBatch(document.getElementById('form'), ['a', 'b'].map((task) => ({ task, number: task })), {
                    finished: () => { window.over = true; },
                  }));
                """);
        desk.form().submit();
        assertThat(browser.find(".fjs-form-field-error").getText()).isEqualTo("此项必填");
        browser.click(By.cssSelector("#form input[type=radio]"));
        desk.submit();
        browser.await(() -> (Boolean) browser.driver().executeScript("return window.over === true"));
        assertThat(browser.driver().executeScript("return JSON.stringify([sent.a.words, sent.a.decision, sent.b])"))
                .isEqualTo("[\"of a\",\"yes\",{\"tried\":\"b tried\",\"decision\":\"yes\",\"words\":\"of b\"}]");
    }

    @Test
    void the_list_is_read_once_also_by_who_comes_by_a_link() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        desk.comes(SECRETARY);
        assertThat(lists()).isEqualTo(1);
        desk.open(number);
        browser.driver().navigate().refresh();
        desk.form();
        browser.find("tr.open");
        browser.find("#form .so-far h3");
        assertThat(lists()).isEqualTo(1);
    }

    private long lists() {
        return (Long) browser.driver().executeScript("""
                return performance.getEntriesByType('resource')
                    .filter((one) => /[/]api[/](desk|work)([?]|$)/.test(one.name)).length;
                """);
    }

    @Test
    void a_press_counts_also_where_leaving_a_field_moves_what_is_pressed() {
        desk.comes(SECRETARY);
        browser.driver().executeScript("""
                const schema = { type: 'default', components: [
                  { type: 'textarea', key: 'words', id: 'w', label: 'words', validate: { required: true } },
                  { type: 'checkbox', key: 'agrees', id: 'a', label: 'agrees' },
                ] };
                document.querySelector('#desk').innerHTML = '<div id="form"></div>';
                import('/reports/form.js').then(({ showForm }) => showForm(document.getElementById('form'), { schema }));
                """);
        browser.find("#form textarea").click();
        browser.click(Chromium.xpath("//label[normalize-space()='agrees']"));
        assertThat(browser.find(".fjs-form-field-error").getText()).isEqualTo("此项必填");
        assertThat(browser.find("#form input[type=checkbox]").isSelected()).isTrue();
    }

    @Test
    void who_logs_out_over_unsent_words_is_asked_once() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        desk.comes(SECRETARY).open(number);
        browser.choose("答复办结").fill("答复内容（必填）", ANSWER);
        browser.driver()
                .executeScript("addEventListener('beforeunload', (e) => sessionStorage.again = e.defaultPrevented)");
        browser.click(By.cssSelector(".top > div > details:last-child > summary"));
        browser.click(By.cssSelector(".top .logout"));
        assertThat(around.stay()).isEqualTo(QUESTION);
        assertThat(browser.shown("答复内容（必填）")).isEqualTo(ANSWER);
        browser.click(By.cssSelector(".top .logout"));
        around.leave();
        browser.find("dialog.log-in-again input[name=username]");
        assertThat(browser.driver().executeScript("return sessionStorage.again"))
                .isEqualTo("false");
    }
}
