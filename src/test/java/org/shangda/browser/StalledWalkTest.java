package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.OTHER_DEPARTMENT_CLERK;

import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.monitoring.Monitoring;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands still is seen by who keeps the product running, set going by who supervises, and is then on no list. */
@Tag("browser")
@ShangdaTest
class StalledWalkTest extends InTheBrowser {

    private static final String OPERATOR = "yebo";

    @Autowired
    Monitoring monitoring;

    @Autowired
    ManagementService management;

    @Test
    void a_late_case_is_urged_and_given_to_another_handler_and_a_failed_step_retried_until_the_list_is_empty() {
        String late = cases.at("department", "problem");
        cases.claim(DEPARTMENT_CLERK, cases.task(late, "UserTask_Handle"));
        cases.passTo(late, "2026-03-18T17:30:00");
        String failed = cases.raise(COLLEAGUE, Cases.concern());
        String step = cases.nextJob(failed).orElseThrow().getId();
        management.setJobRetries(step, 0);
        assertThat(monitoring.look()).isTrue();

        browser.open("cockpit", OPERATOR);
        browser.awaitText("逾期未办结");
        browser.awaitText("系统步骤失败");

        browser.login(ASSIGNING_CLERK).page("/reports/stalled.html").awaitText(late);
        assertThat(browser.text()).doesNotContain(failed);
        tick(late);
        browser.press("催办");
        browser.picture("stalled-urge");
        AroundTheForm connection = new AroundTheForm(browser);
        connection.network(false);
        browser.press("确定");
        browser.awaitText("网络连接中断，请稍后再试。");
        assertThat(browser.text()).as("what nobody can know").doesNotContain("没有变更");
        connection.network(true);
        browser.press("确定");
        browser.awaitText("催办：1 件已办理。");
        tick(late);
        browser.press("改派经办人");
        new Select(browser.find("#said-person")).selectByValue(OTHER_DEPARTMENT_CLERK);
        browser.picture("stalled-give");
        browser.press("确定");
        browser.awaitText("改派经办人：1 件已办理。");
        browser.picture("stalled-given");

        browser.login(OTHER_DEPARTMENT_CLERK).list("待办");
        browser.awaitText(late);
        cases.exit(OTHER_DEPARTMENT_CLERK, late, "answer");
        cases.approve(DEPARTMENT_HEAD, late);

        browser.login(OPERATOR).page("/reports/stalled.html").awaitText(failed);
        tick(failed + " 系统步骤失败");
        browser.press("重试");
        browser.press("确定");
        browser.awaitText("重试：1 件已办理。");
        management.executeJob(step);

        assertThat(monitoring.look()).isTrue();
        browser.page("/reports/stalled.html").awaitText("有主、有期、有人督办");
        assertThat(browser.text()).doesNotContain(late, failed);
    }

    private void tick(String number) {
        browser.click(By.cssSelector("#list input[name=row][aria-label^='" + number + "']"));
    }
}
