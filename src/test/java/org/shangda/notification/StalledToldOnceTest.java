package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.AtOnce;
import org.shangda.Cases;
import org.shangda.ChangedTables;
import org.shangda.Mailbox.Mail;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;

/** 停滞事项: each thing is told once, and once more when it has been away or becomes severe. */
@ShangdaTest
class StalledToldOnceTest extends ToldOfStalled {

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

    private static int times(String cause, String number, Mail mail) {
        String plain = mail.text().substring(0, mail.text().indexOf("<!DOCTYPE html>"));
        int times = 0;
        for (String item : plain.split("\\n\\n")) {
            if (item.contains(cause) && item.contains("编号：" + number)) {
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
}
