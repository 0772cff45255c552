package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.browser.AtTheDesk.PHONE;
import static org.shangda.browser.AtTheDesk.SCREEN;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.shangda.Cases;
import org.shangda.ShangdaTest;

/** What leaves the desk with one click: to Tasklist, to the guide, to a file, to paper; and what both clocks look like. */
@Tag("browser")
@ShangdaTest
class DeskLinksWalkTest extends DeskInTheBrowser {

    /** The colour of what is late, from top.css. */
    private static final String RED = "rgba(179, 38, 30, 1)";

    /** A login of each role that the README names, and the page of the guide that is theirs. */
    private static final Map<String, String> GUIDES = Map.ofEntries(
            Map.entry(COLLEAGUE, "colleague"),
            Map.entry("zhaoxin", "member"),
            Map.entry(SECRETARY, "branch-secretary"),
            Map.entry(COLLEGE_CLERK, "college-clerk"),
            Map.entry(COLLEGE_HEAD, "head"),
            Map.entry(DEPARTMENT_CLERK, "department-clerk"),
            Map.entry(DEPARTMENT_HEAD, "head"),
            Map.entry(ORGANIZATION_CLERK, "organization-department"),
            Map.entry(PERSONNEL_CLERK, "personnel-office"),
            Map.entry(ASSIGNING_CLERK, "assigning-office"),
            Map.entry("yebo", "operator"),
            Map.entry("admin", "administrator"));

    @TempDir
    Path folder;

    @Test
    void tasklist_and_the_guide_of_ones_role_are_one_click_from_the_desk_on_a_screen_and_on_a_phone() {
        for (Dimension screen : List.of(SCREEN, PHONE)) {
            desk.on(screen).comes(COLLEGE_CLERK);
            assertThat(browser.find(".elsewhere").getText()).contains("同样的待办");
            browser.click(By.linkText("使用手册"));
            browser.awaitText("组织员");
            assertThat(desk.address()).isEqualTo("/reports/guide.html#college-clerk");

            browser.page("/");
            browser.find(".elsewhere");
            browser.click(By.linkText("任务列表"));
            browser.find(".task-filters h4 a");
            assertThat(desk.address()).startsWith("/camunda/app/tasklist/");
        }
        assertThat(browser.text())
                .as("for those alone who administer and operate")
                .doesNotContain("停止官方更新");
    }

    @Test
    void the_guide_of_each_role_is_one_click_from_the_first_page() throws IOException {
        for (Map.Entry<String, String> one : GUIDES.entrySet()) {
            desk.comes(one.getKey());
            browser.click(By.linkText("使用手册"));
            String heading = browser.find("#guide h1").getText();
            assertThat(desk.address()).as(one.getKey()).isEqualTo("/reports/guide.html#" + one.getValue());
            assertThat(Files.readString(Path.of("docs/guide", one.getValue() + ".md")))
                    .as(one.getKey())
                    .startsWith("# " + heading);
        }
    }

    @Test
    void a_late_receipt_and_a_late_handling_are_said_in_words_and_red() {
        String late = cases.at("department", "problem");
        cases.passTo(late, "2026-03-30T10:00:00");
        cases.at("department", "suggestion");
        desk.comes(DEPARTMENT_CLERK).list("逾期");
        List<WebElement> clocks =
                browser.driver().findElements(By.cssSelector("tr[data-number='" + late + "'] .times li"));
        assertThat(clocks)
                .hasSize(2)
                .allSatisfy(clock -> {
                    assertThat(clock.getText()).contains("已逾期");
                    assertThat(clock.getCssValue("color")).isEqualTo(RED);
                })
                .anySatisfy(clock -> assertThat(clock.getText()).contains("签收"))
                .anySatisfy(clock -> assertThat(clock.getText()).contains("办理"));
        desk.list("待签收");
        assertThat(browser.driver().findElements(By.cssSelector(".times .time-left, .times .time-soon")))
                .as("what is not late")
                .isNotEmpty()
                .allSatisfy(clock -> assertThat(clock.getCssValue("color")).isNotEqualTo(RED));
    }

    @Test
    void the_list_that_is_shown_is_downloaded_with_one_click() throws IOException {
        cases.raise(COLLEAGUE, Cases.concernWith("title", "三号楼漏水"));
        browser.driver()
                .executeCdpCommand(
                        "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        desk.comes(SECRETARY);
        browser.click(By.linkText("Excel"));
        File file = browser.await(() -> {
            File[] come = folder.toFile().listFiles((where, name) -> name.endsWith(".xlsx"));
            return come.length == 0 ? null : come[0];
        });
        try (XSSFWorkbook workbook = new XSSFWorkbook(file.getPath())) {
            StringBuilder cells = new StringBuilder();
            workbook.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> cells.append(new DataFormatter().formatCellValue(cell))
                            .append(' ')));
            assertThat(cells).contains("三号楼漏水", "办理");
        }
    }

    @Test
    void on_paper_stand_the_rows_of_a_list_or_what_is_open_and_nothing_to_press() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", "三号楼漏水"));
        desk.comes(SECRETARY).tick(number);
        onPaper();
        assertThat(browser.text()).contains("三号楼漏水", "办理", "在办 · 2026-03-02 10:00");
        assertThat(shown(".top, .tabs, .filters, .bar, .tick input, .elsewhere, .pages"))
                .isEmpty();
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));

        desk.open(number);
        browser.awaitText("办理经过");
        onPaper();
        assertThat(browser.text()).contains("三号楼漏水", "办理经过");
        assertThat(shown(".left, .send, .top")).isEmpty();
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));

        cases.exit(SECRETARY, number, "answer", Map.of("words", "已报修。"));
        browser.page("/reports/registers.html");
        browser.awaitText("已报修。");
        onPaper();
        assertThat(browser.text()).contains("三号楼漏水", "已报修。");
        assertThat(shown(".top, [role=tablist], .asked, .papers")).isEmpty();
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        browser.press("三号楼漏水").awaitText("办理经过");
        onPaper();
        assertThat(browser.text()).contains("三号楼漏水", "办理经过", "情况说明");
        assertThat(shown("#list, #title, dialog .actions")).isEmpty();
    }

    private void onPaper() {
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    private List<WebElement> shown(String css) {
        return browser.driver().findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .toList();
    }
}
