package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.SECRETARY;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ChangedTables;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Other names of codes, which an administrator has added: the forms in Tasklist ask for what belongs to them. */
@Tag("browser")
@ShangdaTest
class AddedCodesLooksTest extends InTheBrowser {

    private static final String REASON = "不满意的原因（必填）";

    @Autowired
    RepositoryService repository;

    private Modeler modeler;

    @BeforeEach
    void an_administrator_adds_two_names() {
        modeler = new Modeler(port);
        modeler.deploy(new ChangedTables()
                .word("type", "hazard.laboratory", "实验室安全隐患", "Laboratory hazard")
                .word("rating", "dissatisfied.strongly", "非常不满意", "Strongly dissatisfied")
                .files());
    }

    @AfterEach
    void the_shipped_names_alone() {
        modeler.takeBack(repository);
    }

    @Test
    void a_form_asks_and_tells_under_another_name_what_it_does_under_the_first() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "answer");

        browser.login(COLLEAGUE).list("我的在办").task("评价答复 " + number);
        browser.choose("满意");
        assertThat(browser.has(REASON)).isFalse();
        browser.choose("非常不满意").pick(REASON, "态度不好").send();

        assertThat(cases.handlings(number, "stage")).containsExactly("first", "again");
        browser.start("反映问题、困难或建议").choose("问题");
        assertThat(browser.text()).doesNotContain("安全隐患同时送学院和职能部门");
        browser.choose("实验室安全隐患").awaitText("安全隐患同时送学院和职能部门");
    }
}
