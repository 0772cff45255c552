package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.SECRETARY;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.shangda.Cases;
import org.shangda.ShangdaTest;

/** A colleague rates with one tap of a thumb, or says why not. */
@Tag("browser")
@ShangdaTest
class MineRatingWalkTest extends InTheBrowser {

    private OnMyPhone phone;

    @BeforeEach
    void aPhone() {
        phone = new OnMyPhone(browser).logIn(COLLEAGUE);
    }

    @Test
    void one_tap_rates_an_answer_which_stays_with_the_closed_ones_and_is_found() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", "教师公寓漏水"));
        cases.exit(SECRETARY, number, "answer");
        phone.open();
        browser.awaitText("内容：answer");
        phone.looksWell("mine-answered");
        int before = browser.clicks();
        browser.press("满意");
        browser.awaitText("评价已提交：满意。");
        assertThat(browser.clicks() - before).isEqualTo(1);
        assertThat(browser.driver().switchTo().activeElement().getText()).startsWith("评价已提交");
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
        phone.looksWell("mine-rated");
        browser.press("已结束");
        browser.driver().findElement(By.name("q")).sendKeys(number.substring(5));
        browser.press("查找");
        browser.awaitText("您的评价");
        assertThat(browser.find(By.id(number)).getText()).contains("内容：answer", "满意", "已结案");
        phone.looksWell("mine-closed");
    }

    @Test
    void who_likes_to_add_a_word_does_so_before_rating() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", "教师公寓漏水"));
        cases.exit(SECRETARY, number, "answer");
        phone.open();
        browser.press("想补充几句再评价");
        phone.choose("基本满意");
        browser.fill("补充说明（可不填）", "修得快，但没有打招呼。");
        phone.looksWell("mine-rating-with-words");
        browser.click(By.cssSelector(".work .send button.main"));
        browser.await(() -> cases.concern(number, "state").equals("CLOSED"));
        assertThat(cases.concern(number, "rating")).isEqualTo("BASICALLY_SATISFIED");
    }

    @Test
    void dissatisfaction_asks_for_the_reason() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", "教师公寓漏水"));
        cases.exit(SECRETARY, number, "answer");
        phone.open();
        browser.press("不满意");
        browser.pick("不满意的原因（必填）", "问题没有解决");
        phone.looksWell("mine-dissatisfied");
        browser.click(By.cssSelector(".work .send button.main"));
        browser.await(() -> cases.concern(number, "state").equals("OPEN"));
        assertThat(cases.concern(number, "rating")).isEqualTo("DISSATISFIED");
    }
}
