package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator moves running cases to a new version, reads which cannot go on, and puts that one back. */
@Tag("browser")
@ShangdaTest
class RunningCasesLooksTest extends InTheBrowser {

    @Autowired
    RepositoryService repository;

    private String deployed;

    @AfterEach
    void the_shipped_diagram_is_in_force_again() {
        repository.deleteDeployment(deployed, true);
    }

    @Test
    void what_cannot_be_moved_says_why_and_is_put_back_on_the_same_page() {
        String rating = cases.answeredBy("branch", "problem");
        String branch = cases.at("branch", "problem");
        deployed = repository
                .createDeployment()
                .name("without rating")
                .addString(
                        "concern-escalation.bpmn",
                        Modeler.shipped("concern-escalation.bpmn").replace("UserTask_Rate\"", "UserTask_RateOnPaper\""))
                .deploy()
                .getId();

        browser.open("admin", "admin").page("/reports/rules.html").awaitText("在办事项所用的版本");
        browser.click(By.xpath("//tr[td='反映问题、困难或建议']//button"));
        browser.awaitText("评价答复");
        assertThat(browser.text()).contains("党支部办理", rating, branch);
        browser.click(By.cssSelector("#moving thead input"));
        browser.press("迁移所选事项").type("reason", "校发〔2026〕8 号，改用新流程。");
        assertThat(browser.text()).contains("把 2 件迁移到“反映问题、困难或建议”第");
        browser.press("确定").awaitText("已迁移 1 件");
        assertThat(browser.text()).contains("“评价答复”这一步在第", "未能迁移 1 件");
        assertThat(cases.steps(branch)).endsWith("VERSION_CHANGED");
        browser.awaitText("迁移记录");
        assertThat(browser.find(By.id("moves")).getText()).contains("admin", branch, "校发〔2026〕8 号，改用新流程。");
        browser.picture("rules-cases");
        assertThat(browser.wholePage("cases-moved", 1366)).isZero();
        assertThat(browser.wholePage("cases-moved", 390)).isZero();

        browser.press("转回某一级").awaitText("已答复，待评价");
        browser.press("转回重新办理").type("reason", "新流程没有网上评价，请党支部重新办理。");
        assertThat(browser.text()).contains("把 " + rating + " 转回“", "反映人可见");
        browser.press("确定").awaitText("已转回");
        assertThat(cases.openTasks(rating)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.step(rating, "PUT_BACK", "words")).isEqualTo("新流程没有网上评价，请党支部重新办理。");
        browser.wholePage("cases-put-back", 1366);
    }
}
