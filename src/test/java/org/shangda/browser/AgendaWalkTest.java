package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.ORGANIZATION_HEAD;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.browser.AtTheDesk.PHONE;
import static org.shangda.browser.AtTheDesk.SCREEN;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The university's agenda from the tick to the unit that carries it out. */
@Tag("browser")
@ShangdaTest
class AgendaWalkTest extends DeskInTheBrowser {

    private static final String PAGE = "/reports/agenda.html";

    /** How many concerns of each category are on the agenda: 14 in 6. */
    private static final Map<String, Integer> ON_THE_AGENDA = new LinkedHashMap<>(Map.of(
            "housing", 4, "research", 3, "teaching", 2, "campus-environment", 2, "finance", 2, "health-and-family", 1));

    @Autowired
    JdbcTemplate database;

    private int picks;

    /** What other tests have left is on no agenda any more. */
    @BeforeEach
    void nothingIsOnTheAgenda() {
        database.update("update handling set ended_at = entered_at where outcome = 'agenda' and ended_at is null");
        database.update("update agenda_item set state = 'UNDONE' where state in ('LISTED', 'SUBMITTED', 'SIGNED')");
    }

    @Test
    void fourteen_concerns_become_six_items_and_are_decided_and_answered_with_twenty_clicks_at_most() {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        ON_THE_AGENDA.forEach((category, many) -> {
            for (int one = 0; one < many; one++) {
                numbers.computeIfAbsent(category, any -> new ArrayList<>()).add(onTheAgenda(category));
            }
        });
        desk.comes(ORGANIZATION_CLERK, PAGE);
        int before = browser.clicks();
        assertThat(desk.obstacles()).as("what is to be collected").isEmpty();
        browser.picture("agenda-to-collect");

        for (String category : ON_THE_AGENDA.keySet()) {
            browser.click(By.cssSelector("section[data-category='" + category + "'] button.main"));
            browser.await(() -> all("section[data-category='" + category + "']").isEmpty());
        }
        browser.await(() -> all("section[data-item]").size() == 6);
        for (WebElement lead : all("select[name=leadUnit]")) {
            if (new Select(lead)
                    .getFirstSelectedOption()
                    .getDomProperty("value")
                    .isEmpty()) {
                pick(lead, "hqc");
            }
        }
        assertThat(desk.obstacles()).as("items").isEmpty();
        browser.picture("agenda-items");
        browser.press("提请部长签发");
        said("已提请部长签发。");
        desk.comes(ORGANIZATION_HEAD, PAGE);
        browser.press("签发");
        said("已签发。");
        desk.comes(ORGANIZATION_CLERK, PAGE);
        String refused = numbers.get("health-and-family").get(0);
        String refusedItem = idOf(refused);
        browser.press("登记研究结果");
        assertThat(desk.form().obstacles()).as("what it has come to").isEmpty();
        browser.picture("agenda-decision");
        for (int item = 0; item < 6; item++) {
            String about = open();
            if (about.equals(refusedItem)) {
                browser.choose("不予办理");
            }
            browser.fill("告知反映人的内容", "学校的决定。");
            desk.submit();
            browser.await(() -> all("section[data-item='" + about + "'] #form").isEmpty());
        }

        assertThat(browser.clicks() - before + picks).as("clicks and picks").isLessThanOrEqualTo(20);
        numbers.forEach((category, some) -> some.forEach(number -> {
            boolean answered = number.equals(refused);
            assertThat(cases.concern(number, "state")).isEqualTo(answered ? "ANSWERED" : "OPEN");
            assertThat(cases.handlings(number, "level"))
                    .last()
                    .isEqualTo(answered ? "organization-department" : "carrying-out");
            assertThat(cases.step(number, "DECISION", "words")).isEqualTo("学校的决定。");
        }));

        desk.comes(DEPARTMENT_CLERK, PAGE);
        browser.find("section[data-own]");
        assertThat(desk.obstacles()).as("a unit's items").isEmpty();
        desk.on(PHONE);
        assertThat(desk.tooWide()).isZero();
        assertThat(desk.obstacles()).as("on a phone").isEmpty();
        browser.picture("agenda-own-390");
        carriedOutAndRated(numbers.get("housing"));
    }

    private void carriedOutAndRated(List<String> numbers) {
        String item = idOf(numbers.get(0));
        String report = "二十套周转房已经交付。";
        String leading = numbers.stream()
                .filter(number -> cases.openTasks(number).contains("UserTask_Handle"))
                .findFirst()
                .orElseThrow();
        desk.on(SCREEN);
        browser.click(By.cssSelector("section[data-own='" + item + "'] a.press.main"));
        desk.form();
        browser.press("签收");
        browser.choose("报告落实情况").fill("答复内容（必填）", report);
        browser.picture("agenda-report");
        desk.submit();
        browser.await(() -> cases.openTasks(leading).contains("UserTask_Sign"));
        cases.act(DEPARTMENT_HEAD, leading, "UserTask_Sign", Map.of("decision", "approve", "words", report));

        new OnMyPhone(browser).logIn(COLLEAGUE).open();
        for (String number : numbers) {
            assertThat(browser.find(By.id(number)).getText()).contains(report);
        }
        String rated = numbers.get(numbers.size() - 1);
        browser.click(By.xpath("//*[@id='" + rated + "']//button[normalize-space()='满意']"));
        browser.await(() -> cases.concern(rated, "state").equals("CLOSED"));
        assertThat(cases.concern(rated, "rating")).isEqualTo("SATISFIED");
    }

    @Test
    void some_of_a_category_are_ticked_and_undone_and_who_is_not_of_the_office_finds_nothing() {
        String one = onTheAgenda("housing");
        String other = onTheAgenda("housing");
        String third = onTheAgenda("research");
        desk.comes(ORGANIZATION_CLERK, PAGE);
        browser.click(By.cssSelector("input[data-number='" + one + "']"));
        browser.click(By.cssSelector("input[data-number='" + third + "']"));
        browser.press("所选成一项（可跨类别）");
        browser.await(() -> all("section[data-item]").size() == 1);
        assertThat(browser.find("section[data-item]").getText())
                .contains(one, third)
                .doesNotContain(other);
        assertThat(browser.find("section[data-category=housing]").getText()).contains(other);

        browser.press("撤销成项");

        browser.await(() -> all("section[data-item]").isEmpty());
        browser.find("input[data-number='" + third + "']");
        desk.comes(SECRETARY, PAGE);
        browser.await(() -> browser.find("#problem").isDisplayed());
        assertThat(browser.find("#problem").getText()).isEqualTo("未找到该内容，或您无权查看。");
        assertThat(all("#agenda").get(0).getText()).isEmpty();
    }

    private String onTheAgenda(String category) {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("category", category));
        cases.exit(SECRETARY, number, "pass-up");
        cases.passToDepartment(number, Cases.DEPARTMENT);
        cases.exit(DEPARTMENT_CLERK, number, "pass-up");
        cases.act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "refer"));
        cases.exit(ORGANIZATION_CLERK, number, "agenda", Map.of("words", "建议学校研究解决。"));
        return number;
    }

    private String idOf(String number) {
        return database.queryForObject(
                "select p.item_id from agenda_part p join agenda_item i on i.id = p.item_id"
                        + " where p.number = ? and i.state <> 'UNDONE'",
                String.class,
                number);
    }

    /** Id of the item whose form is open. */
    private String open() {
        return browser.find("section[data-item]:has(#form .fjs-form)").getDomAttribute("data-item");
    }

    private void pick(WebElement list, String value) {
        picks++;
        new Select(list).selectByValue(value);
    }

    private List<WebElement> all(String css) {
        return browser.driver().findElements(By.cssSelector(css));
    }

    private void said(String sentence) {
        browser.await(() -> all(".said").stream().anyMatch(one -> one.getText().equals(sentence)));
    }
}
