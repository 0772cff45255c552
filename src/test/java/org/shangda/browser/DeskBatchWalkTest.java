package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.shangda.ShangdaTest;

/** One form for several ticked rows: each is done or refused by itself, and says so. */
@Tag("browser")
@ShangdaTest
class DeskBatchWalkTest extends DeskInTheBrowser {

    @Test
    void several_are_transferred_together_and_one_that_was_withdrawn_meanwhile_is_refused_by_itself() {
        String withdrawn = received("department", DEPARTMENT_CLERK);
        String one = received("department", DEPARTMENT_CLERK);
        String other = received("department", DEPARTMENT_CLERK);
        desk.comes(DEPARTMENT_CLERK).list("在办").tick(withdrawn).tick(one).tick(other);
        cases.act(COLLEAGUE, withdrawn, "UserTask_MyConcern", Map.of("action", "withdraw"));

        browser.press("一起办理");
        desk.form();
        assertThat(browser.find(".listed").getText()).contains(withdrawn, one, other);
        assertThat(desk.obstacles()).as("a form for many").isEmpty();
        browser.choose("转办").pick("转给哪个单位（必填）", "人事处").fill("转办的理由（必填）", "属于人事处职责。");
        desk.submit();

        assertThat(desk.said()).contains("已办 2 件，1 件未办");
        assertThat(results("done"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("已转交"));
        assertThat(results("refused"))
                .singleElement()
                .asString()
                .contains(withdrawn)
                .doesNotContain("已转交");
        assertThat(desk.obstacles()).as("what became of each").isEmpty();
        assertThat(List.of(one, other))
                .allSatisfy(number ->
                        assertThat(cases.handlings(number, "unit")).last().isEqualTo("rsc"));
    }

    @Test
    void several_are_put_on_the_agenda_together() {
        String one = received("organization-department", ORGANIZATION_CLERK);
        String other = received("organization-department", ORGANIZATION_CLERK);
        desk.comes(ORGANIZATION_CLERK).list("在办").tick(one).tick(other);
        int before = browser.clicks();
        browser.press("一起办理");
        desk.form();
        browser.choose("提请学校研究").fill("提请研究的事项和建议（必填）", "建议增加周转房。");
        desk.submit();

        assertThat(desk.said()).contains("2 件已办");
        assertThat(results("done"))
                .anySatisfy(line -> assertThat(line).contains(one, "已提请学校研究"))
                .anySatisfy(line -> assertThat(line).contains(other, "已提请学校研究"));
        assertThat(browser.clicks() - before).as("clicks after ticking").isLessThanOrEqualTo(5);
        assertThat(List.of(one, other))
                .allSatisfy(number -> assertThat(cases.openTasks(number)).contains("UserTask_RecordDecision"));
    }

    private String received(String level, String clerk) {
        String number = cases.at(level, "problem");
        cases.claim(clerk, cases.task(number, "UserTask_Handle"));
        return number;
    }

    private List<String> results(String kind) {
        return browser.driver().findElements(By.cssSelector(".said li." + kind)).stream()
                .map(line -> line.getText())
                .toList();
    }
}
