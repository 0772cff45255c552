package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.AtOnce;
import org.shangda.Cases;
import org.shangda.ChangedTables;
import org.shangda.Mailbox;
import org.shangda.Mailbox.Mail;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.monitoring.Monitoring;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 停滞事项: whoever can unblock it is told, once, of what is severe at once and of the rest in the morning. */
@ShangdaTest
class StalledToldTest extends Told {

    /** Answers for a unit that none of these concerns, and runs the system. */
    private static final String OPERATOR = PERSONNEL_CLERK;

    @LocalServerPort
    int port;

    @Autowired
    Monitoring monitoring;

    @Autowired
    RuntimeService runtime;

    @Autowired
    IdentityService identities;

    @Autowired
    RepositoryService repository;

    @BeforeEach
    void nothing_stands_still_and_there_is_an_operator() {
        identities.createMembership(OPERATOR, "operators");
        fresh();
    }

    @AfterEach
    void over() {
        identities.deleteMembership(OPERATOR, "operators");
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
        look();
    }

    private void fresh() {
        cases.endAll();
        look();
        database.update("delete from notice");
    }

    // --- at once -----------------------------------------------------------------------------------------------------

    @Test
    void of_many_severe_things_of_one_look_an_operator_gets_one_mail_at_once() {
        List<String> numbers = List.of(suspended(), suspended(), suspended());

        look();
        delivery.deliverDue();
        look();
        delivery.deliverDue();

        assertThat(mails(OPERATOR)).isNotEmpty().allSatisfy(mail -> {
            assertThat(mail.subject()).startsWith("上达：新发现 3 处严重停滞事项，请立即处理 / Shangda: ");
            assertThat(mail.text())
                    .contains(numbers)
                    .contains("单位 / Unit: " + university.nameOfUnit("jsj1"), "自 / Since: 2026-03-02", "谁能解开")
                    .contains("http://localhost:8080/reports/stalled.html?number=" + numbers.get(0))
                    .doesNotContain("漏水", "陈宇", "张伟");
        });
        assertThat(mails(OPERATOR).stream().filter(mail -> mail.text().contains("已被挂起")))
                .hasSize(1);
        assertThat(mails(SECRETARY)).isEmpty();
        assertThat(mails(COLLEGE_CLERK)).isEmpty();
    }

    @Test
    void a_mail_names_twenty_of_them_and_says_how_many_more_are_on_the_list() {
        for (int i = 0; i < 21; i++) {
            suspended();
        }

        look();
        delivery.deliverDue();

        assertThat(mails(OPERATOR).stream().filter(mail -> mail.text().contains("已被挂起")))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).contains("21");
                    assertThat(mail.text()).contains("其余 1 处，见停滞事项列表", "20. ");
                });
    }

    @Test
    void what_was_mended_before_the_message_is_sent_is_not_told() {
        String number = suspended();
        look();
        activate(number);
        look();

        delivery.deliverDue();

        assertThat(mails(OPERATOR)).isEmpty();
    }

    @Test
    void a_look_does_not_need_a_mail_server() {
        Mailbox.stop();
        suspended();

        look();
        delivery.deliverDue();
        Mailbox.start();
        TestTime.set("2026-03-02T10:05:00");
        delivery.deliverDue();

        assertThat(mails(OPERATOR)).isNotEmpty();
    }

    @Test
    void a_hazard_that_is_late_is_told_to_the_leaders_in_charge_and_to_who_supervises_it() {
        cases.raise(COLLEAGUE, Cases.concernWith("type", "hazard"));
        TestTime.set("2026-04-01T10:00:00");

        look();
        delivery.deliverDue();

        for (String person : List.of("sunhuiling", "xujianhua", Cases.ORGANIZATION_CLERK)) {
            assertThat(mails(person))
                    .as(person)
                    .anySatisfy(mail -> assertThat(mail.text()).contains("逾期未办结"));
        }
        assertThat(mails(Cases.STRANGER)).isEmpty();
    }

    // --- in the morning ----------------------------------------------------------------------------------------------

    @Test
    void what_is_late_is_in_the_mornings_mail_of_who_supervises_it() {
        String number = lateAtTheBranch();
        look();
        delivery.deliverDue();
        assertThat(mails(COLLEGE_CLERK)).isEmpty();

        TestTime.set("2026-03-13T08:00:00");
        look();
        delivery.deliverDue();
        delivery.deliverDue();

        for (String clerk : List.of(COLLEGE_CLERK, OTHER_COLLEGE_CLERK)) {
            assertThat(mails(clerk))
                    .as(clerk)
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.text())
                            .contains("新发现 1 处停滞", number, "逾期未办结 / Overdue", "期限 / Due: 2026-03-11")
                            .contains("/reports/stalled.html?number=" + number));
        }
        assertThat(mails(SECRETARY)).isEmpty();
        assertThat(mails(Cases.STRANGER)).isEmpty();
    }

    @Test
    void what_was_settled_before_the_morning_is_not_told() {
        String number = lateAtTheBranch();
        look();
        cases.exit(SECRETARY, number, "answer");
        look();

        TestTime.set("2026-03-13T08:00:00");
        delivery.deliverDue();

        assertThat(mails(COLLEGE_CLERK)).isEmpty();
    }

    @Test
    void whoever_stands_aside_is_not_told_and_the_others_are() {
        String number = lateAtTheBranch(Cases.concernWith("standAside", OTHER_COLLEGE_CLERK));
        look();
        TestTime.set("2026-03-13T08:00:00");
        delivery.deliverDue();

        assertThat(mails(COLLEGE_CLERK))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(number));
        assertThat(mails(OTHER_COLLEGE_CLERK)).isEmpty();
    }

    @Test
    void where_all_its_handlers_stand_aside_the_next_on_the_line_are_told() {
        lateAtTheBranch(Cases.concernWith("standAside", COLLEGE_CLERK + " " + OTHER_COLLEGE_CLERK));
        look();
        TestTime.set("2026-03-13T08:00:00");
        delivery.deliverDue();

        assertThat(mails(COLLEGE_CLERK)).isEmpty();
        assertThat(mails(OTHER_COLLEGE_CLERK)).isEmpty();
        assertThat(mails(Cases.COLLEGE_HEAD)).hasSize(1);
    }

    // --- once --------------------------------------------------------------------------------------------------------

    @Test
    void what_becomes_severe_is_told_once_more_and_at_once() {
        String number = lateAtTheBranch();
        look();
        TestTime.set("2026-03-13T08:00:00");
        delivery.deliverDue();
        assertThat(mails(COLLEGE_CLERK)).hasSize(1);
        Modeler modeler = new Modeler(port);
        try {
            modeler.deploy(new ChangedTables()
                    .copy("stalled-when", "Rule_HandleOverdueHazard", "\"hazard\"", "\"problem\"")
                    .files());
            look();
            delivery.deliverDue();
            look();
            delivery.deliverDue();
        } finally {
            modeler.takeBack(repository);
        }

        assertThat(mails(COLLEGE_CLERK)).hasSize(2).last().satisfies(mail -> {
            assertThat(mail.subject()).contains("严重停滞");
            assertThat(mail.text()).contains(number);
        });
    }

    @Test
    void two_nodes_that_look_at_once_tell_once() {
        lateAtTheBranch();
        AtOnce.together(monitoring::look, monitoring::look);
        TestTime.set("2026-03-13T08:00:00");
        delivery.deliverDue();

        assertThat(mails(COLLEGE_CLERK)).hasSize(1);
        assertThat(database.queryForObject(
                        "select count(*) from notice where what = 'stalled' and recipient = ?",
                        Integer.class,
                        COLLEGE_CLERK))
                .isOne();
    }

    /** Whatever happens in whatever order: as often as it was found anew, and as often it was said. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void each_thing_is_told_as_often_as_it_came(long seed) {
        Random random = new Random(seed);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            numbers.add(cases.raise(COLLEAGUE, Cases.concern()));
        }
        Map<String, Boolean> suspended = new HashMap<>();
        Map<String, Boolean> listed = new HashMap<>();
        Map<String, Integer> came = new HashMap<>();
        List<Executable> steps = List.of(
                () -> {
                    String number = numbers.get(random.nextInt(numbers.size()));
                    boolean now = suspended.merge(number, true, (was, on) -> !was);
                    if (now) {
                        suspend(number);
                    } else {
                        activate(number);
                    }
                },
                () -> {
                    look();
                    numbers.forEach(number -> {
                        boolean now = suspended.getOrDefault(number, false);
                        if (now && !listed.getOrDefault(number, false)) {
                            came.merge(number, 1, Integer::sum);
                        }
                        listed.put(number, now);
                    });
                    // Each is sent before the next thing happens: what was mended meanwhile would not be told.
                    delivery.deliverDue();
                });
        for (int step = 0; step < 24; step++) {
            run(steps.get(random.nextInt(steps.size())));
        }

        for (String number : numbers) {
            assertThat(mails(OPERATOR).stream()
                            .mapToInt(mail -> times("已被挂起", number, mail))
                            .sum())
                    .as(number)
                    .isEqualTo(came.getOrDefault(number, 0));
        }
    }

    // --- how ---------------------------------------------------------------------------------------------------------

    private static int times(String cause, String number, Mail mail) {
        String plain = mail.text().substring(0, mail.text().indexOf("<!DOCTYPE html>"));
        int times = 0;
        for (String item : plain.split("\\n\\n")) {
            if (item.contains(cause) && item.contains("Number: " + number)) {
                times++;
            }
        }
        return times;
    }

    private static void run(Executable step) {
        try {
            step.execute();
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }

    private void look() {
        assertThat(monitoring.look()).isTrue();
    }

    private List<Mail> mails(String person) {
        return Mailbox.mailsTo(person).stream()
                .filter(mail -> mail.text().contains("停滞"))
                .toList();
    }

    private String suspended() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        suspend(number);
        return number;
    }

    private void suspend(String number) {
        runtime.suspendProcessInstanceById(
                cases.instance(number, "level-handling").getId());
    }

    private void activate(String number) {
        runtime.activateProcessInstanceById(
                cases.instance(number, "level-handling").getId());
    }

    private String lateAtTheBranch() {
        return lateAtTheBranch(Cases.concern());
    }

    private String lateAtTheBranch(Map<String, Object> form) {
        String number = cases.raise(COLLEAGUE, form);
        cases.passTo(number, "2026-03-12T10:00:00");
        return number;
    }
}
