package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.ShangdaTest;
import org.shangda.university.Absences;
import org.shangda.university.University;
import org.springframework.beans.factory.annotation.Autowired;

/** A clerk enters the leave of the unit's head, reads who signs meanwhile, and cancels it. */
@Tag("browser")
@ShangdaTest
class AbsencesLooksTest extends InTheBrowser {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Absences absences;

    @Autowired
    University university;

    @AfterEach
    void nobodyIsAway() {
        absences.delete(DEPARTMENT_CLERK, DEPARTMENT_HEAD, FIRST_DAY);
    }

    @Test
    void leave_is_entered_for_somebody_of_the_own_unit_who_stands_in_is_said_and_it_is_cancelled() {
        browser.login(DEPARTMENT_CLERK).page("/reports/absences.html").awaitText("登记请假");
        enter("2026-03-06", "2026-03-02");
        browser.awaitText("早于第一天");
        assertThat(university.isAway(DEPARTMENT_HEAD)).isFalse();

        enter("2026-03-02", "2026-03-06");
        browser.awaitText("请假中");
        assertThat(browser.text()).contains(university.nameOf(DEPARTMENT_HEAD), "2026-03-02 至 2026-03-06", "由");
        assertThat(university.isAway(DEPARTMENT_HEAD)).isTrue();
        assertThat(browser.wholePage("absences", 1366)).isZero();
        assertThat(browser.wholePage("absences", 390)).isZero();

        browser.askForEnglish();
        browser.page("/reports/absences.html").awaitText("On leave");
        assertThat(browser.text()).contains("2026-03-02 to 2026-03-06", "entered by");
        assertThat(browser.chinese("中文")).isEmpty();
        assertThat(browser.driver().getTitle()).isEqualTo("Leave · Shangda");
        assertThat(browser.wholePage("absences-english", 1366)).isZero();
        assertThat(browser.wholePage("absences-english", 390)).isZero();

        browser.press("Cancel").awaitText("Cancelled");
        assertThat(university.isAway(DEPARTMENT_HEAD)).isFalse();
    }

    /** Days as the page's own calendar gives them. */
    private void enter(String from, String to) {
        browser.driver()
                .executeScript(
                        "for (const [id, value] of Object.entries({person: arguments[0], from: arguments[1], to: arguments[2]}))"
                                + " document.getElementById(id).value = value",
                        DEPARTMENT_HEAD,
                        from,
                        to);
        browser.press("登记");
    }
}
