package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.SECRETARY;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;

/** Who keeps the product running sees in Cockpit where cases stand, and never what they are about. */
@Tag("browser")
@ShangdaTest
class CockpitLooksTest extends InTheBrowser {

    private static final String CANARY = "金丝雀七三一九";

    @Test
    void an_administrator_sees_the_running_case_in_chinese_and_not_its_story() {
        Map<String, Object> form = Cases.concernWith("title", CANARY);
        form.put("description", CANARY);
        String number = cases.raise(COLLEAGUE, form);
        cases.exit(SECRETARY, number, "pass-up", Map.of("words", CANARY, "tried", CANARY));
        String instance = cases.instance(number, "concern-escalation").getId();
        String level = cases.instance(number, "level-handling").getId();

        browser.open("cockpit", "admin");
        browser.awaitText("运行中");
        assertThat(browser.english()).isEmpty();
        browser.picture("cockpit-dashboard");

        browser.cockpit("process-instance/" + instance);
        browser.awaitText(number);
        assertThat(browser.text()).doesNotContain(CANARY);
        browser.picture("cockpit");

        browser.cockpit("process-instance/" + level);
        browser.awaitText(number);
        assertThat(browser.text()).doesNotContain(CANARY);
        browser.picture("cockpit-level");
    }
}
