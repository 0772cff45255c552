package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.SECRETARY;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.shangda.OpenForms;
import org.shangda.ShangdaTest;
import org.shangda.Traces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A colleague opens a bulletin, and from there the form for raising a concern; the branch sees that one person has read it. */
@Tag("browser")
@ShangdaTest
class BulletinLooksTest extends InTheBrowser {

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    private Traces traces;

    @BeforeEach
    void what_was_there_before() {
        traces = new Traces(engine, database);
    }

    @AfterEach
    void nothing_is_published() {
        traces.end();
    }

    @Test
    void T23_a_bulletin_is_opened_and_counted_and_leads_to_the_form_for_concerns() {
        String number = cases.start(SECRETARY, "bulletin", OpenForms.bulletin("jsj1"));

        browser.login(COLLEAGUE).page("/reports/bulletins.html").awaitText("未读");
        assertThat(browser.text()).doesNotContain("暑期改造办公楼", "本单位发布的通报");
        browser.click(By.cssSelector("#" + number + " summary"));
        browser.awaitText("暑期改造办公楼");
        browser.awaitGone("未读");
        browser.picture("bulletin");
        browser.click(By.partialLinkText("我有意见"));
        browser.awaitText("情况说明");

        browser.login(SECRETARY).page("/reports/bulletins.html").awaitText("本单位发布的通报");
        assertThat(browser.find(By.cssSelector("#issued tbody td.count")).getText())
                .isEqualTo("1");
        browser.picture("bulletins-issued");

        browser.askForEnglish();
        browser.page("/reports/bulletins.html").awaitText("Bulletins that your unit has published");
        String written = browser.find("#issued tbody td:nth-child(2)").getText();
        assertThat(browser.chinese(written)).isEmpty();
        assertThat(browser.wholePage("bulletins-english", 1366)).isZero();
        assertThat(browser.wholePage("bulletins-english", 390)).isZero();
    }
}
