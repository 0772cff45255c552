package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.ShangdaTest;
import org.shangda.account.PasswordsSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whose password somebody else has set reads it on the page after login, and puts it away. */
@Tag("browser")
@ShangdaTest
class PasswordNoticeLooksTest extends InTheBrowser {

    private static final String OWNER = "tangjing";
    private static final String TOLD = "由系统管理员（账号 admin）重新设置";

    @Autowired
    PasswordsSet passwords;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void an_administrator_sets_the_password() {
        passwords.record(OWNER, "admin");
    }

    @AfterEach
    void undo() {
        database.update("delete from password_set");
        database.update("delete from notice");
    }

    @Test
    void the_notice_stands_on_the_page_until_it_is_put_away() {
        browser.login(OWNER);
        browser.awaitText(TOLD);
        browser.picture("password-notice");
        browser.page("/reports/mine.html").awaitText(TOLD);
        assertThat(browser.find(".shangda-password-notice").getCssValue("position"))
                .as("in sight on an own page as well")
                .isEqualTo("fixed");
        browser.press("知道了");
        browser.awaitGone(TOLD);
        assertThat(passwords.toldTo(OWNER)).isEmpty();
    }
}
