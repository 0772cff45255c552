package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.monitoring.Monitoring;
import org.springframework.beans.factory.annotation.Autowired;

/** Who supervises reads what stands still on their line, why, and who can unblock it. */
@Tag("browser")
@ShangdaTest
class StalledLooksTest extends InTheBrowser {

    private static final Dimension DESK = new Dimension(1366, 768);
    private static final Dimension PHONE = new Dimension(390, 844);

    /** Of one sign at least, and not the name of an attribute that ends so. */
    private static final Pattern NAME = Pattern.compile("\\sname=\"([^\"]+)\"");

    @Autowired
    Monitoring monitoring;

    @Test
    void a_college_reads_what_is_late_in_its_branches_and_a_leader_everything() throws IOException {
        String resting = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, resting, "explain", Map.of("on", "2026-04-20"));
        String atDepartment = cases.at("department", "problem");
        cases.claim(DEPARTMENT_CLERK, cases.task(atDepartment, "UserTask_Handle"));
        cases.exit(DEPARTMENT_CLERK, atDepartment, "ask");
        String late = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(late, "2026-03-12T10:00:00");
        monitoring.look();

        browser.login(COLLEGE_CLERK).page("/reports/stalled.html").awaitText("逾期未办结");
        browser.driver().manage().window().setSize(DESK);
        assertThat(browser.text())
                .contains(late, resting, "有主、有期、有人督办", "计算机系教工党支部", "本级逾期 1 天", "谁能解开", "张伟")
                .doesNotContain(atDepartment, "教师公寓漏水", "陈宇");
        browser.picture("stalled");

        browser.press("▲ 逾期");
        browser.awaitGone(resting);
        assertThat(browser.text()).contains(late);

        browser.login("zhaomingyuan").page("/reports/stalled.html").awaitText(atDepartment);
        browser.driver().manage().window().setSize(PHONE);
        Number width = (Number) browser.driver()
                .executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(width.intValue()).as("the page scrolls to the side").isZero();
        assertThat(browser.find("#every").isDisplayed()).as("all can be ticked").isTrue();
        assertThat(browser.driver().executeScript("""
                        return ['td:nth-child(1)', 'td:nth-child(3)'].map((cell) => getComputedStyle(
                          document.querySelector('#list tbody ' + cell), '::before').content)"""))
                .as("what the cells say of their columns")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .satisfiesExactly(
                        box -> assertThat(box).isEqualTo("none"),
                        unit -> assertThat(unit.toString()).contains("："));
        assertThat(browser.find("#list tbody td:nth-child(3)").getDomAttribute("data-column"))
                .isEqualTo("层级 · 单位");
        browser.photograph("stalled-on-a-phone");

        browser.login(COLLEAGUE).page("/reports/stalled.html").awaitText("您无权查看");

        browser.askForEnglish();
        browser.login("zhaomingyuan").page("/reports/stalled.html").awaitText(atDepartment);
        browser.click(By.id("every"));
        browser.awaitText(" ticked.");
        // Programmes and steps have the names that policies and diagrams give them.
        assertThat(browser.chinese(givenNames())).isEmpty();
        assertThat(browser.driver().getTitle()).isEqualTo("Stalled · Shangda");
        assertThat(browser.wholePage("stalled-english", 1366)).isZero();
        assertThat(browser.wholePage("stalled-english", 390)).isZero();
    }

    /** Of the programme, and of every step: what else stands still is others' business. */
    private static String[] givenNames() throws IOException {
        try (Stream<Path> diagrams =
                Files.list(Path.of("bpmn")).filter(file -> file.toString().endsWith(".bpmn"))) {
            List<String> names = new ArrayList<>(List.of("“事业之友”教职工党员与非党员教职工联系结对制度"));
            for (Path diagram : diagrams.toList()) {
                NAME.matcher(Files.readString(diagram)).results().forEach(name -> names.add(name.group(1)));
            }
            // A longer one first, or a part of it would be left.
            return names.stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toArray(String[]::new);
        }
    }
}
