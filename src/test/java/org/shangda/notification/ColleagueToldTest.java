package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Mailbox;
import org.shangda.Mailbox.Mail;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.programme.Outcome;
import org.shangda.refusal.Sentences;
import org.springframework.beans.factory.annotation.Autowired;

/** The colleague hears what becomes of a concern, and those who are late hear that they are urged. */
@ShangdaTest
class ColleagueToldTest extends Told {

    @Autowired
    Sentences sentences;

    @AfterEach
    void over() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
    }

    @Test
    void however_it_came_there_the_colleague_is_told_in_words_of_their_own() {
        assertThat(Arrays.stream(Outcome.values()).filter(Outcome::endsTheVisit).map(Outcome::code))
                .allSatisfy(what -> assertThat(sentences.knows("notification.news." + what))
                        .as(what)
                        .isTrue());
    }

    @Test
    void who_has_raised_it_is_not_told_that_it_has_set_out() {
        cases.raise(COLLEAGUE, Cases.concern());

        assertThat(news(NEXT_MORNING)).isEmpty();
    }

    @Test
    void a_concern_that_goes_up_and_from_unit_to_unit_is_told_in_one_mail_in_the_morning() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "transfer", Map.of("unit", "rsc"));
        delivery.deliverDue();
        assertThat(Mailbox.mailsTo(COLLEAGUE)).isEmpty();

        assertThat(news(NEXT_MORNING)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("上达：您反映的事项有新进展");
            assertThat(mail.text())
                    .contains("已报上一级办理", "已转其他单位办理")
                    .contains("编号：" + number, "单位：计算机学院党委", "单位：人事处")
                    .doesNotContain("内容：", "漏水", "苏健");
        });
    }

    @Test
    void that_it_has_more_time_is_told_without_the_words() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "extend", Map.of("words", "材料要招标。"));
        cases.approve(DEPARTMENT_HEAD, number);

        assertThat(news(NEXT_MORNING))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.text()).contains("办理期限已延长", number).doesNotContain("招标"));
    }

    @Test
    void whoever_is_late_is_urged_also_long_after_they_were_told_of_the_work() {
        String number = lateAtTheDepartment();
        database.update("delete from notice");
        cases.act(ASSIGNING_CLERK, number, "UserTask_Supervise", Map.of("measure", "urge", "words", "请本周办结。"));

        delivery.deliverDue();
        delivery.deliverDue();

        assertThat(urged(DEPARTMENT_CLERK))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(number));
    }

    @Test
    void who_has_received_it_is_urged_and_not_the_others_of_the_unit() {
        String number = lateAtTheDepartment();
        cases.act(ASSIGNING_CLERK, number, "UserTask_Supervise", Map.of("measure", "urge", "words", "请本周办结。"));

        delivery.deliverDue();
        delivery.deliverDue();

        assertThat(urged(DEPARTMENT_CLERK)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("上达：督办单位催办，请尽快办理");
            assertThat(mail.text())
                    .contains(
                            number,
                            "/reports/desk.html#task="
                                    + cases.task(number, "UserTask_Handle").getId())
                    .doesNotContain("本周办结", "漏水", "骆静");
        });
        assertThat(urged(Cases.OTHER_DEPARTMENT_CLERK)).isEmpty();
        assertThat(news("2026-03-20T08:00:00"))
                .last()
                .satisfies(mail ->
                        assertThat(mail.text()).contains("督办单位已催办", number).doesNotContain("本周办结"));
    }

    @Test
    void what_another_unit_is_given_meanwhile_the_late_one_is_not_urged_for() {
        String number = lateAtTheDepartment();
        cases.act(ASSIGNING_CLERK, number, "UserTask_Supervise", Map.of("measure", "urge", "words", "请本周办结。"));
        cases.act(
                ASSIGNING_CLERK,
                number,
                "UserTask_Supervise",
                Map.of("measure", "give", "words", "改由人事处办理。", "unit", "rsc"));

        delivery.deliverDue();

        assertThat(urged(DEPARTMENT_CLERK)).isEmpty();
        assertThat(news("2026-03-20T08:00:00"))
                .last()
                .satisfies(mail -> assertThat(mail.text()).contains("督办单位已改由其他单位办理"));
    }

    @Test
    void the_colleague_urges_and_all_who_may_receive_it_hear_of_it_at_once() {
        String number = cases.at("college", "problem");
        cases.act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "urge"));

        delivery.deliverDue();

        for (String clerk : List.of(COLLEGE_CLERK, OTHER_COLLEGE_CLERK)) {
            assertThat(urged(clerk))
                    .as(clerk)
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.subject()).startsWith("上达：反映人催办"));
        }
        assertThat(urged(SECRETARY)).isEmpty();
    }

    private String lateAtTheDepartment() {
        String number = cases.at("department", "problem");
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        cases.passTo(number, "2026-03-18T17:30:00");
        TestTime.set("2026-03-19T10:00:00");
        return number;
    }

    private List<Mail> news(String morning) {
        TestTime.set(morning);
        delivery.deliverDue();
        return Mailbox.mailsTo(COLLEAGUE).stream()
                .filter(mail -> mail.text().contains("您反映的事项有新进展"))
                .toList();
    }

    private static List<Mail> urged(String person) {
        return Mailbox.mailsTo(person).stream()
                .filter(mail -> mail.subject().contains("催办"))
                .toList();
    }
}
