package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.ShangdaTest;
import org.shangda.reporting.SemesterEnd;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A branch's secretary finds the summary with its figures, looks behind one of them, writes, keeps a draft and hands it up. */
@Tag("browser")
@ShangdaTest
class SummaryLooksTest extends InTheBrowser {

    private static final String SHEET = "CWLOOKS";
    private static final String WRITTEN = "每月走访，有事当面说。";

    @Autowired
    JdbcTemplate database;

    @Autowired
    SemesterEnd semesterEnd;

    @BeforeEach
    void twelve_contacts_were_owed_and_nine_were_made() {
        OffsetDateTime at = OffsetDateTime.parse("2025-10-31T08:00:00Z");
        database.update(
                "insert into duty_sheet (number, version, carrier, period, period_kind, from_day, to_day, branch, college,"
                        + " leader, state, opened_at, due_at, remind_at, closes_at)"
                        + " values (?, 0, 'chenglei', '2025-10', 'month', ?, ?, 'jg1', 'jg', false, 'CLOSED', ?, ?, ?, ?)",
                SHEET,
                LocalDate.of(2025, 10, 1),
                LocalDate.of(2025, 10, 31),
                at,
                at,
                at,
                at);
        database.update(
                "insert into duty_owed (id, number, pairing, relation, kind, at_least, done, strength, ways, programme,"
                        + " clause) values (-77, ?, 'GP25-LOOKS', 'member-person', 'contact', 12, 9, 'duty', 'talk',"
                        + " 'teaching-branch', '-')",
                SHEET);
        semesterEnd.open();
    }

    @AfterEach
    void undo() {
        database.update("delete from duty_owed where number = ?", SHEET);
        database.update("delete from duty_sheet where number = ?", SHEET);
    }

    @Test
    void a_figure_of_the_form_opens_the_rows_behind_it() {
        String number = database.queryForObject(
                "select number from summary where tier = 'branch' and unit = 'jg1' and term = '2025-2026-1'",
                String.class);
        browser.login("shenbin").list("我的在办").task("撰写学期总结 " + number);
        browser.awaitText("75%");
        assertThat(browser.text()).contains("应联系（人次）", "已联系（人次）", "完成率").doesNotContain("|");
        browser.picture("summary-figures");
        String rows = browser.linkUnder("9");
        assertThat(rows).isEqualTo("/reports/summary.html?number=" + number + "&figure=contacts.done");
        browser.fill("做法", WRITTEN);

        AroundTheForm around = new AroundTheForm(browser);
        around.inANewTab("图表与明细", () -> browser.awaitText("党群部门教工党支部"));
        assertThat(browser.shown("做法")).isEqualTo(WRITTEN);

        assertThat(around.asksBeforeThePageGoes()).isTrue();
        around.button("保存草稿");
        browser.awaitText("草稿已保存，只有您能看到。");
        assertThat(around.asksBeforeThePageGoes()).isFalse();
        browser.picture("draft-saved");
        browser.login("shenbin").list("我的在办").task("撰写学期总结 " + number);
        assertThat(browser.shown("做法")).isEqualTo(WRITTEN);
        browser.send();
        assertThat(database.queryForObject(
                        "select count(*) from summary_draft where number = ?", Integer.class, number))
                .isZero();

        browser.page(rows).awaitText("GP25-LOOKS");
        assertThat(browser.text()).contains("2025-10-31", "党群部门教工党支部", "75%");
        browser.picture("summary-rows");
    }
}
