package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.MEMBER;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** An administrator tries a file that lacks a college, confirms it all the same, and takes it back. */
@Tag("browser")
@ShangdaTest
class RosterLooksTest extends InTheBrowser {

    @Autowired
    Pairings pairings;

    @TempDir
    Path folder;

    @BeforeEach
    void nobodyIsPairedYet() {
        pairings.clear();
    }

    @AfterEach
    void everybodyIsBack() {
        pairings.roster(lines -> lines);
        pairings.clear();
    }

    @Test
    void unusual_numbers_are_read_and_typed_before_they_are_stored_and_the_import_can_be_taken_back()
            throws IOException {
        cases.raise(COLLEAGUE, Cases.concern());
        String pair = pairings.pair(MEMBER, COLLEAGUE);
        String people = new ClassPathResource("demo/people.csv").getContentAsString(StandardCharsets.UTF_8);
        Path file =
                Files.writeString(folder.resolve("people.csv"), people.replaceAll("(?m)^[^,]*,[^,]*,jsj\\d,.*\\R", ""));

        browser.open("admin", "admin").page("/reports/roster.html").awaitText("导入名册");
        browser.chooseFile(file).press("试读").awaitText("请原样确认");
        assertThat(browser.text()).contains("全部离开", "将没有人负责", "的 1 对结对结束");
        assertThat(pairings.state(pair)).isEqualTo("ACTIVE");
        browser.picture("roster-confirm");

        String leavers = browser.text().replaceAll("(?s).*将有 (\\d+) 人离开名册.*", "$1");
        browser.type("leavers", leavers).press("导入").awaitText("已导入");
        assertThat(pairings.state(pair)).isEqualTo("ENDED");
        browser.login(Cases.ORGANIZATION_CLERK)
                .page("/reports/pairs.html?college=jsj")
                .awaitText("联系的党员还不在名册上");

        browser.open("admin", "admin").page("/reports/roster.html").awaitText("由 admin 导入");
        browser.press("查看撤销的影响").awaitText("的 1 对结对恢复");
        browser.press("撤销").awaitText("已撤销");
        browser.picture("roster-undone");
        assertThat(pairings.state(pair)).isEqualTo("ACTIVE");

        browser.askForEnglish();
        browser.page("/reports/roster.html").awaitText("There is no import to undo.");
        browser.chooseFile(file).press("Try").awaitText("More people or units than usual would leave");
        assertThat(browser.chinese()).isEmpty();
        assertThat(browser.wholePage("roster-english", 1366)).isZero();
        assertThat(browser.wholePage("roster-english", 390)).isZero();
    }
}
