package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
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
        assertThat(browser.text()).contains("现行期限（第 2 版）用于 2026-03-02 10:00 以后到达一级的事项。此前到达的 1 件保持原期限");
        browser.picture("rules");
        assertThat(browser.wholePage("rules", 1366)).isZero();
        assertThat(browser.wholePage("rules", 390)).isZero();

        browser.askForEnglish();
        browser.page("/reports/rules.html").awaitText("1 difference");
        browser.press("How long a level has").awaitText("from 12 to 17");
        assertThat(browser.text()).contains("Extend to the present ones", "for what arrives at a level after");
        // A column is called what its file calls it, and a clause is quoted.
        assertThat(browser.chinese("期限改为十五个工作日", "几个工作日内办结（含签收）", "实践做法，非制度规定")).isEmpty();
        assertThat(browser.wholePage("rules-english", 1366)).isZero();
        assertThat(browser.wholePage("rules-english", 390)).isZero();
        browser.askForChinese();
        browser.page("/reports/rules.html").awaitText("1 处不同");

        browser.press("按现行期限延长").press("确定").awaitText("没有变更");
        assertThat(browser.text()).contains("请填写“理由”", "由 12 个工作日改为 17 个", "本人可见");
        browser.type("reason", "职能部门办理期限改为十五个工作日").type("document", "校发〔2026〕8 号");
        browser.wholePage("rules-reason", 390);
        browser.press("确定").awaitText("已延长 1 件");
        assertThat(cases.dueAt(number, "department")).isEqualTo("2026-03-25T17:00");
        assertThat(cases.step(number, "DEADLINE_EXTENDED", "words")).isEqualTo("职能部门办理期限改为十五个工作日（校发〔2026〕8 号）");

        browser.press("各层级的办理期限").awaitText("恢复系统自带版本");
        browser.press("恢复系统自带版本").type("reason", "试行结束").type("document", "校发〔2026〕8 号");
        browser.press("确定").awaitText("已恢复系统自带版本");
        assertThat(browser.text()).contains("部署后到达一级的事项按新期限");
        assertThat(browser.text()).contains("保持原期限", "校发〔2026〕8 号").doesNotContain("1 处不同");
        browser.picture("rules-back");
    }

    @Test
    void files_are_deployed_with_the_keyboard_alone_and_the_page_says_for_what_they_count(@TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(
                folder.resolve("level-deadlines.dmn"),
                Modeler.withCell("level-deadlines", "Rule_Department", "handleDays", "17"));
        browser.open("admin", "admin").page("/reports/rules.html").awaitText("各层级的办理期限");
        browser.chooseFile(file);
        browser.driver().executeScript("document.getElementById('files').focus()");
        browser.key(Keys.TAB, Keys.ENTER).awaitText("部署 level-deadlines.dmn");

        browser.key(Keys.ESCAPE).awaitGone("部署 level-deadlines.dmn");
        browser.key(Keys.ENTER).awaitText("部署 level-deadlines.dmn");
        browser.key("期限改为十五个工作日").key(Keys.TAB).key("校发〔2026〕8 号");
        browser.key(Keys.ENTER).awaitText("已部署");
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .as("where it is said")
                .isEqualTo("outcome");

        assertThat(browser.text()).contains("各层级的办理期限（第 2 版，2026-03-02 10:00）：部署后到达一级的事项按新期限");
        assertThat(browser.text()).contains("期限改为十五个工作日 · 校发〔2026〕8 号");
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .toList();
    }
}
