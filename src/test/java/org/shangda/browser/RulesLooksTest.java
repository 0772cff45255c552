package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Modeler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator reads what was changed in words, extends what is under way, and goes back. */
@Tag("browser")
@ShangdaTest
class RulesLooksTest {

    @Autowired
    Cases cases;

    @Autowired
    RepositoryService repository;

    @LocalServerPort
    int port;

    private Browser browser;
    private List<String> before;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        before = deployments();
        browser = new Browser(port);
    }

    @AfterEach
    void the_shipped_set_is_in_force_again() {
        browser.close();
        List<String> added = new ArrayList<>(deployments());
        added.removeAll(before);
        Modeler.takeBack(repository, added.toArray(String[]::new));
        cases.endAll();
    }

    @Test
    void a_changed_deadline_is_read_in_words_extended_with_a_reason_and_taken_back() {
        String number = cases.at("department", "problem");
        new Modeler(port)
                .deploy(
                        "期限改为十五个工作日",
                        "level-deadlines.dmn",
                        Modeler.withCell("level-deadlines", "Rule_Department", "handleDays", "17"));

        browser.open("admin", "admin").page("/reports/rules.html").awaitText("1 处不同");
        browser.press("各层级的办理期限").awaitText("由 12 改为 17");
        assertThat(browser.text()).contains("职能部门 · 首次办理", "后勤管理处", "期限改为十五个工作日", "保持原期限");
        browser.picture("rules");

        browser.press("按现行期限延长").awaitText("没有变更");
        assertThat(browser.text()).contains("请填写“理由”");
        browser.type("reason", "职能部门办理期限改为十五个工作日").type("document", "校发〔2026〕8 号");
        browser.press("按现行期限延长").awaitText("已延长 1 件");
        assertThat(cases.dueAt(number, "department")).isEqualTo("2026-03-25T17:00");
        assertThat(cases.step(number, "DEADLINE_EXTENDED", "words")).isEqualTo("职能部门办理期限改为十五个工作日（校发〔2026〕8 号）");

        browser.press("各层级的办理期限").awaitText("恢复系统自带版本");
        browser.press("恢复系统自带版本").awaitText("已恢复系统自带版本");
        assertThat(browser.text()).contains("保持原期限", "校发〔2026〕8 号").doesNotContain("1 处不同");
        browser.picture("rules-back");
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .toList();
    }
}
