package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** What a colleague does on 我的事项, with a phone of 390 x 844. */
class OnMyPhone {

    private final Browser browser;
    private final AtTheDesk page;

    OnMyPhone(Browser browser) {
        this.browser = browser;
        this.page = new AtTheDesk(browser);
    }

    OnMyPhone logIn(String person) {
        browser.login(person);
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        return this;
    }

    OnMyPhone open() {
        browser.page("/reports/mine.html");
        browser.find("a.raise");
        browser.find(".which");
        return this;
    }

    /** Of a form: the row of its choice is what a thumb meets. */
    OnMyPhone choose(String option) {
        browser.click(Chromium.xpath("//*[contains(@class, 'fjs-container')]//label[normalize-space()='%s']", option));
        return this;
    }

    /** No sideways scroll, nothing that axe objects to; thumb-sized, and readable. */
    void looksWell(String name) {
        browser.photograph(name);
        assertThat(page.tooWide()).as(name).isZero();
        assertThat(browser.driver().executeScript("""
                                return [...document.querySelectorAll('#mine button, #mine summary, #mine a.raise, #mine input:not([type=file]):not([type=radio]):not([type=checkbox])')]
                                    .filter((one) => one.offsetHeight > 0 && one.offsetHeight < 43.5
                                        && !one.closest('.fjs-input-group, .fjs-powered-by'))
                                    .map((one) => one.outerHTML.slice(0, 120) + ' ' + one.offsetHeight);
                                """))
                .as(name + ": too small for a thumb")
                .isEqualTo(List.of());
        assertThat(page.obstacles()).as(name).isEmpty();
    }
}
