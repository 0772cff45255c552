package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.monitoring.Monitoring;
import org.springframework.beans.factory.annotation.Autowired;

/** Who keeps the product running sees in Cockpit what is late and where, and no button that can only be refused. */
@Tag("browser")
@ShangdaTest
class CockpitOperatorTest extends InTheBrowser {

    @Autowired
    Monitoring monitoring;

    private String late;

    @BeforeEach
    void a_branch_is_late() {
        late = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(late, "2026-03-12T10:00:00");
        monitoring.look();
    }

    @Test
    void an_operator_reads_on_the_dashboard_what_is_late_and_no_false_zero() {
        browser.open("cockpit", "yebo");
        browser.awaitText("有主、有期、有人督办");
        browser.awaitText("▲ 1");
        assertThat(browser.text()).contains("▲ 逾期", "逾期未办结", "党支部", "未完成的人工任务");
        assertThat(shown(".open-human-tasks")).isEmpty();
        assertThat(browser.english()).isEmpty();
        browser.picture("cockpit-stalled");

        browser.cockpit("tasks");
        browser.awaitText("其中逾期");
        assertThat(browser.text()).contains("▲ 1");
        assertThat(shown(".notifications [role=alert]")).isEmpty();
        assertThat(browser.text()).doesNotContain("您无权查看");
    }

    @Test
    void the_page_in_cockpit_lists_what_supervisors_read_and_leads_to_where_it_runs() {
        browser.open("cockpit", "yebo");
        browser.click(By.linkText("停滞事项"));
        browser.awaitText("计算机系教工党支部逾期未办结。");
        browser.awaitText("停止官方更新");
        assertThat(browser.text()).contains("谁能解开").doesNotContain("张伟", "陈宇");
        for (int width : List.of(1280, 1600)) {
            assertThat(browser.wholePage("cockpit-stalled-page", width))
                    .as("too wide")
                    .isZero();
        }

        assertThat(browser.linkUnder("导出 Excel")).startsWith("/api/stalled/stalled.xlsx?");
        assertThat(browser.linkUnder("本周一页纸 Word")).isEqualTo("/api/stalled/week.docx");

        browser.click(By.linkText(late));
        browser.awaitText("业务编号");
        browser.awaitText(late);

        browser.cockpit("stalled?number=" + late);
        browser.driver().navigate().refresh();
        browser.awaitText("只显示一件事项");
        browser.awaitText("计算机系教工党支部逾期未办结。");
        browser.press("显示全部");
        browser.awaitGone("只显示一件事项");

        browser.cockpit("stalled?severity=severe");
        browser.driver().navigate().refresh();
        browser.awaitText("行，第");
        assertThat(browser.text()).doesNotContain(late);
    }

    @Test
    void the_diagram_says_how_many_stand_where_and_how_many_of_them_are_late() {
        browser.open("cockpit", "yebo");
        browser.cockpit("process-definition/"
                + cases.instance(late, "concern-escalation").getProcessDefinitionId());
        browser.awaitText("开 1 逾 1");
        WebElement badge = browser.find(".shangda-badge[data-element=CallActivity_Branch]");
        assertThat(badge.getText()).isEqualTo("开 1 逾 1\n中位 8 天");
        assertThat(badge.getDomAttribute("title")).contains("党支部办理", "逾期 1 件");
        browser.picture("cockpit-badges");
    }

    @Test
    void a_cases_way_is_replayed_on_its_diagram_and_told_in_codes() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        browser.driver().executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "America/New_York"));
        browser.open("cockpit", "yebo");
        browser.cockpit("process-instance/"
                + cases.instance(number, "concern-escalation").getId());
        WebElement slider = browser.find(".shangda-replay input[type=range]");
        slider.sendKeys(Keys.HOME);
        browser.await(() -> said().startsWith("第 1／"));
        assertThat(shown(".djs-element.shangda-present")).hasSize(1);
        String first = said();

        slider.sendKeys(Keys.ARROW_RIGHT);
        browser.await(() -> said().startsWith("第 2／"));
        assertThat(shown(".djs-element.shangda-past")).isNotEmpty();
        assertThat(said()).isNotEqualTo(first).contains("2026-03-12 10:00");

        slider.sendKeys(Keys.END);
        browser.await(() -> said().contains("仍在此") || said().contains("停留"));
        browser.picture("cockpit-replay");

        browser.click(By.linkText("办理经过"));
        browser.awaitText("exit/pass-up");
        assertThat(browser.text()).contains("未完成的人工任务", "计算机系教工党支部", "reached").doesNotContain("教师公寓漏水", "陈宇", "张伟");
        assertThat(browser.driver().findElements(By.linkText("人工任务")).stream()
                        .filter(link -> link.findElements(By.xpath("ancestor::*[contains(@class, 'ctn-tabbed')]"))
                                        .size()
                                > 0))
                .as("the tab that would say that there are none")
                .isEmpty();
        browser.picture("cockpit-way");
    }

    @Test
    void what_can_only_be_refused_is_offered_to_neither_and_what_administrators_may_to_them() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String instance =
                "process-instance/" + cases.instance(number, "level-handling").getId();
        String definition =
                "process-definition/" + cases.instance(late, "level-handling").getProcessDefinitionId()
                        + "/runtime?detailsTab=job-definition-table";
        for (String person : List.of("yebo", "admin")) {
            boolean administers = person.equals("admin");
            browser.open("cockpit", person);
            browser.cockpit(instance + "/runtime?tab=variables-tab");
            browser.awaitText("handlingId");
            assertThat(shown("[ng-click='enableEditMode(info, true)'], [ng-click='deleteVariable(v)'],"
                            + " .btn-toolbar .glyphicon-plus, .btn-toolbar .glyphicon-remove"))
                    .as(person)
                    .isEmpty();
            assertThat(shown(".btn-suspend-action")).as(person).isEmpty();

            browser.cockpit(instance + "/runtime?tab=jobs-tab");
            assertThat(offered("[ng-click='openRecalculationWindow(job)']"))
                    .as(person)
                    .isEqualTo(administers);

            browser.cockpit(definition);
            assertThat(offered("[ng-click='openSuspensionStateDialog(jobDefinition)']:not(.ng-hide)"))
                    .as(person)
                    .isFalse();
            assertThat(offered("[ng-show='!processDefinition.suspended']"))
                    .as(person)
                    .isFalse();

            browser.cockpit("repository");
            assertThat(offered(".delete-deployment")).as(person).isEqualTo(administers);
        }
    }

    /** Whether it has a place on the page, once the page has it; some buttons are seen when the mouse is there. */
    private boolean offered(String css) {
        return !browser.await(() -> browser.driver().findElements(By.cssSelector(css)).stream()
                        .findFirst()
                        .map(button -> button.getCssValue("display"))
                        .orElse(null))
                .equals("none");
    }

    private String said() {
        return browser.find(".shangda-replay output").getText();
    }

    private List<WebElement> shown(String css) {
        return browser.driver().findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .toList();
    }
}
