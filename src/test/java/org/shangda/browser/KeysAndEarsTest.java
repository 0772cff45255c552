package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.browser.AtTheDesk.PHONE;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.shangda.Cases;
import org.shangda.ShangdaTest;

/** What is opened on the own pages, by whoever has keys alone, and by whoever hears it. */
@Tag("browser")
@ShangdaTest
class KeysAndEarsTest extends DeskInTheBrowser {

    // --- keys --------------------------------------------------------------------------------------------------------

    @Test
    void a_concern_is_answered_and_another_left_again_with_keys_alone() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", "三号楼漏水"));
        String other = cases.raise(COLLEAGUE, Cases.concernWith("title", "走廊的灯坏了"));
        desk.comes(SECRETARY).tabTo("tr[data-number='" + number + "'] .what a");
        browser.key(Keys.ENTER);
        desk.form().isAt("#form h2").tabTo("#form input[type=radio]");
        browser.key(Keys.SPACE);
        desk.tabTo("#form textarea:not([disabled])");
        browser.key("已报修，本周五维修。");
        desk.tabTo("#form .send button.main");
        browser.key(Keys.ENTER);
        assertThat(desk.said()).contains(number);
        assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");

        desk.isAt("#form h2");
        assertThat(desk.title()).isEqualTo("走廊的灯坏了");
        browser.page("/reports/desk.html");
        desk.tabTo("tr[data-number='" + other + "'] input[type=checkbox]");
        browser.key(Keys.SPACE);
        desk.tabTo(".bar button.main");
        browser.key(Keys.ENTER);
        desk.form().isAt("#form h2").tabTo(".listed summary").tabTo("#form input[type=radio]");
        desk.tabBackTo("a.back");
        browser.key(Keys.ENTER);
        desk.isAt(".bar button.main");
    }

    @Test
    void a_phone_wide_window_gives_the_cursor_back_to_the_row_that_was_open() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", "三号楼漏水"));
        desk.on(PHONE).comes(SECRETARY).tabTo("tr[data-number='" + number + "'] .what a");
        browser.key(Keys.ENTER);
        desk.form().isAt("#form h2");
        browser.click(By.cssSelector("a.back"));
        desk.isAt("tr[data-number='" + number + "'] .what a");
    }

    @Test
    void something_is_raised_and_withdrawing_it_called_off_with_keys_alone() {
        desk.comes(COLLEAGUE, "/reports/mine.html").tabTo("a.raise");
        browser.key(Keys.ENTER);
        desk.isAt("h1");
        browser.find("#raising .fjs-form");
        desk.tabToField("类别");
        browser.key(Keys.ARROW_DOWN, Keys.ENTER);
        desk.tabToField("标题");
        browser.key("三号楼漏水");
        desk.tabToField("情况说明");
        browser.key("天花板漏水两周。");
        desk.tabTo("#raising .send button.main");
        browser.key(Keys.ENTER);
        desk.isAt("#raising h2");
        browser.awaitText("第 2 步");
        desk.tabTo("#raising .send button.main");
        browser.key(Keys.ENTER);
        browser.awaitText("已送出");
        desk.isAt(".sent h2").tabTo(".sent a.button");
        browser.key(Keys.ENTER);

        desk.isAt("h1");
        browser.awaitText("三号楼漏水");
        desk.tabTo(".actions button:last-child");
        browser.key(Keys.SPACE);
        browser.find(".work .fjs-form");
        desk.isAt(".work h2").tabTo("p > button.quiet");
        browser.key(Keys.ENTER);
        desk.isAt(".actions button:last-child");
    }

    @Test
    void a_case_of_a_register_is_opened_and_closed_with_keys_alone() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", "三号楼漏水"));
        cases.exit(SECRETARY, number, "answer");
        desk.comes(SECRETARY, "/reports/registers.html");
        browser.awaitText("三号楼漏水");
        desk.tabTo("button.open");
        browser.key(Keys.ENTER);
        browser.awaitText("办理经过");
        assertThat(browser.driver()
                        .executeScript("return document.querySelector('dialog').contains(document.activeElement)"))
                .as("inside")
                .isEqualTo(true);
        assertThat(desk.obstacles()).as("an opened case").isEmpty();
        browser.key(Keys.ESCAPE);
        desk.isAt("button.open");
    }

    // --- ears --------------------------------------------------------------------------------------------------------

    /** Every form that ships, filled with something in each list and table, and with every field shown. */
    @Test
    void every_form_can_be_heard_and_reached() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        desk.comes(SECRETARY);
        browser.driver().executeScript("document.getElementById('desk').innerHTML = '<h1>表单</h1><div></div>'");
        for (Path file : forms()) {
            Object drawn = browser.driver()
                    .executeAsyncScript("""
                    const [schema, done] = arguments;
                    const data = {};
                    const list = [{ label: '一', value: 'a' }, { label: '二', value: 'b' }];
                    const name = (expression) => /^=(\\w+)$/.exec(expression || '')?.[1];
                    const show = (components) => components.forEach((one) => {
                      delete one.conditional;
                      if (one.valuesKey || name(one.valuesExpression)) {
                        data[one.valuesKey || name(one.valuesExpression)] = list;
                      }
                      if (name(one.dataSource)) {
                        data[name(one.dataSource)] = [Object.fromEntries(one.columns.map(({ key }) => [key, '一']))];
                      }
                      show(one.components || []);
                    });
                    show(schema.components);
                    const place = document.querySelector('#desk div');
                    place.replaceChildren();
                    import('/reports/form.js')
                      .then(({ showForm }) => showForm(place, { schema, data }).ready)
                      .then(() => done(place.querySelectorAll('.fjs-form-field').length));
                    """, new ObjectMapper().readValue(Files.readString(file), Map.class));
            softly.assertThat((Long) drawn).as("fields of " + file).isPositive();
            softly.assertThat(desk.obstacles()).as(file.toString()).isEmpty();
        }
        softly.assertAll();
    }

    private static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void what_is_to_be_received_and_what_is_opened_above_a_page_can_be_heard_and_reached() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        browser.clear();
        browser.page("/");
        browser.find("dialog.log-in-again");
        assertThat(desk.obstacles()).as("the login").isEmpty();
        desk.comes(COLLEGE_CLERK).list("待签收").open(number);
        browser.find(".to-receive");
        assertThat(desk.obstacles()).as("before it is received").isEmpty();
        browser.driver()
                .executeScript("document.querySelectorAll('.top details').forEach((menu) => { menu.open = true; })");
        assertThat(desk.obstacles()).as("the menus").isEmpty();

        desk.comes(COLLEAGUE, "/reports/mine.html");
        browser.press("更改姓名显示");
        browser.find(".work .fjs-form");
        assertThat(desk.obstacles()).as("how far it may go").isEmpty();
    }
}
