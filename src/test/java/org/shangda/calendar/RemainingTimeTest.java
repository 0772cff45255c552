package org.shangda.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.calendar.Known.ALMANAC;
import static org.shangda.calendar.Known.ORDINARY;
import static org.shangda.calendar.Known.at;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.shangda.calendar.RemainingTime.Remaining;
import org.shangda.refusal.Sentences;
import org.springframework.context.support.ResourceBundleMessageSource;

class RemainingTimeTest {

    /** A Tuesday. */
    private static final Instant ENTERED = at("2026-11-17T10:00");

    @Test
    void the_day_of_entry_is_not_one_of_the_days_that_are_left() {
        assertThat(left("2026-11-17T11:00", "2026-11-24T17:00")).isEqualTo("left 余 5 个工作日");
        assertThat(left("2026-11-18T09:00", "2026-11-24T17:00")).isEqualTo("left 余 5 个工作日");
    }

    @Test
    void it_is_due_soon_from_three_working_days_on_which_a_weekend_does_not_count() {
        assertThat(left("2026-11-19T09:00", "2026-11-24T17:00")).isEqualTo("left 余 4 个工作日");
        assertThat(left("2026-11-20T09:00", "2026-11-24T17:00")).isEqualTo("soon 将到期，余 3 个工作日");
        assertThat(left("2026-11-22T09:00", "2026-11-24T17:00")).isEqualTo("soon 将到期，余 2 个工作日");
        assertThat(left("2026-11-23T18:00", "2026-11-24T17:00")).isEqualTo("soon 将到期，余 1 个工作日");
    }

    @Test
    void it_is_due_today_until_the_deadline_itself_and_overdue_afterwards() {
        assertThat(left("2026-11-24T00:00", "2026-11-24T17:00")).isEqualTo("today 今日到期（17:00）");
        assertThat(left("2026-11-24T17:00", "2026-11-24T17:00")).isEqualTo("today 今日到期（17:00）");
        assertThat(left("2026-11-24T17:00:01", "2026-11-24T17:00")).isEqualTo("overdue 已逾期 1 个工作日");
        assertThat(left("2026-11-30T09:00", "2026-11-24T17:00")).isEqualTo("overdue 已逾期 4 个工作日");
    }

    @Test
    void where_no_working_day_closes_before_it_its_moment_is_said() {
        assertThat(left("2026-11-20T20:00", "2026-11-23T09:00")).isEqualTo("soon 将到期（11-23 09:00）");
    }

    @Test
    void what_was_given_in_hours_is_told_in_hours_for_a_day_and_in_working_days_afterwards() {
        Instant deadline = at("2026-11-17T12:00");

        assertThat(byTheHour("2026-11-17T10:40", deadline)).isEqualTo("today 余 1 小时 20 分");
        assertThat(byTheHour("2026-11-17T23:05", deadline)).isEqualTo("overdue 已逾期 11 小时 5 分");
        assertThat(byTheHour("2026-11-19T12:00", deadline)).isEqualTo("overdue 已逾期 2 个工作日");
    }

    private static String left(String now, String deadline) {
        return said(time(now).until(ENTERED, at(deadline), ORDINARY, false));
    }

    private static String byTheHour(String now, Instant deadline) {
        return said(time(now).until(ENTERED, deadline, ORDINARY, true));
    }

    private static RemainingTime time(String now) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/calendar");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new RemainingTime(ALMANAC, Known.HOURS, new Sentences(messages), Clock.fixed(at(now), Known.SHANGHAI));
    }

    private static String said(Remaining remaining) {
        return remaining.state().code() + " " + remaining.words();
    }
}
