package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;

/** Cards say what they are about and how much time is left; the header says what is late; a tab has the way so far. */
@Tag("browser")
@ShangdaTest
class WorkLooksTest extends InTheBrowser {

    private static final String TITLE = "教师公寓漏水";
    private static final Dimension DESK = new Dimension(1280, 900);
    private static final Dimension PHONE = new Dimension(390, 844);

    @BeforeEach
    void aWiderWindow() {
        browser.driver().manage().window().setSize(DESK);
    }

    @Test
    void a_secretary_reads_titles_and_times_on_the_cards_what_is_late_in_the_header_and_the_way_in_a_tab() {
        String late = cases.raise(COLLEAGUE, Cases.concern());
        TestTime.set("2026-03-05T10:00:00");
        String soon = cases.raise(COLLEAGUE, Cases.concernWith("title", "走廊的灯坏了"));
        TestTime.set("2026-03-12T10:00:00");

        browser.login(SECRETARY).awaitText("走廊的灯坏了");
        assertThat(cards())
                .anySatisfy(card ->
                        assertThat(card).contains("党支部办理 " + late, TITLE, "计算机系教工党支部 · 党支部", "■ 办理：已逾期 1 个工作日"));
        assertThat(cards()).anySatisfy(card -> assertThat(card).contains(soon, "走廊的灯坏了", "▲ 办理：将到期，余 3 个工作日"));
        assertThat(browser.driver().findElements(By.cssSelector("li.task .due-date")))
                .noneMatch(WebElement::isDisplayed);

        assertThat(requestsWhileTheListIsReadAnew(11)).isLessThanOrEqualTo(3);

        browser.press("■ 已逾期");
        browser.awaitText(late + " " + TITLE);
        browser.picture("cards");
        WebElement link = browser.find(By.linkText(late + " " + TITLE));
        browser.driver().executeScript("arguments[0].focus()", link);
        int before = asked().intValue();
        browser.await(() -> requestsWhileTheListIsReadAnew(1) > 0 || asked().intValue() > before);
        assertThat(browser.driver().switchTo().activeElement())
                .as("where nothing has changed the focus stays")
                .isEqualTo(link);
        browser.driver().findElement(By.linkText(late + " " + TITLE)).click();
        browser.find(".task-details .fjs-form");
        tab("最近的在前");
        assertThat(browser.find(".work-progress").getText()).contains("已逾期 1 个工作日", "全程第 8 个工作日", "反映");
        browser.picture("progress");
    }

    @Test
    void a_supervisor_sees_how_late_the_case_is_and_neither_title_nor_steps() {
        String late = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(late, "2026-03-12T10:00:00");

        browser.login(COLLEGE_CLERK).awaitText("■ 办理：已逾期 1 个工作日");
        assertThat(cards())
                .anySatisfy(card -> assertThat(card).contains("督办 " + late).doesNotContain(TITLE));
        browser.task("督办 " + late);
        tab("您只看时限");
        browser.picture("cards-supervisor");
        assertThat(browser.text()).doesNotContain(TITLE);
    }

    @Test
    void who_has_received_nothing_sees_at_once_what_waits_to_be_received_and_who_follows_a_case_sees_that() {
        cases.at("department", "problem");

        browser.login(DEPARTMENT_CLERK).awaitText("签收：");
        assertThat(cards()).anySatisfy(card -> assertThat(card).contains(TITLE, "后勤管理处 · 职能部门", "办理："));
        assertThat(browser.driver().findElements(By.cssSelector(".work-badge"))).noneMatch(WebElement::isDisplayed);
        browser.picture("cards-to-receive");

        browser.login(COLLEAGUE).awaitText(TITLE);
        assertThat(cards()).allSatisfy(card -> assertThat(card).contains("后勤管理处"));
        browser.driver().manage().window().setSize(PHONE);
        browser.await(() -> browser.find(".work-card").getRect().getX() < 60);
        assertThat(browser.find(".work-card").getSize().getWidth()).isBetween(200, 390);
        browser.intoView(browser.find(".work-card"));
        browser.photograph("cards-on-a-phone");
    }

    private void tab(String thenRead) {
        browser.find(By.xpath("//ul[contains(@class, 'nav-tabs')]//a[normalize-space()='办理进程']"))
                .click();
        browser.awaitText(thenRead);
    }

    private List<String> cards() {
        return browser.driver().findElements(By.cssSelector("li.task")).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** How often the page asks the product what waits, whatever the number of cards. */
    private int requestsWhileTheListIsReadAnew(int readings) {
        Number before = asked();
        for (int i = 0; i < readings; i++) {
            browser.driver()
                    .executeScript("window.angular.element(document.body).injector().get('$rootScope')"
                            + ".$broadcast('refresh')");
        }
        browser.awaitText(TITLE);
        return asked().intValue() - before.intValue();
    }

    private Number asked() {
        return (Number) browser.driver()
                .executeScript("return performance.getEntriesByType('resource')"
                        + ".filter((one) => one.name.endsWith('/api/work')).length");
    }
}
