package org.shangda.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.shangda.calendar.Known.ALMANAC;
import static org.shangda.calendar.Known.HAZARD;
import static org.shangda.calendar.Known.ORDINARY;
import static org.shangda.calendar.Known.ZIJINGANG;
import static org.shangda.calendar.Known.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shangda.calendar.ClockReading.Stretch;

/** Cases counted by hand on the calendar of 2026; each comment is the computation. */
class AlmanacTest {

    private static final List<Pause> NONE = List.of();

    @Test
    void working_days_are_counted_from_the_first_to_the_last_day() {
        LocalDate first = LocalDate.of(2026, 2, 1);
        LocalDate last = LocalDate.of(2026, 2, 28);
        assertThat(ALMANAC.workingDays(first, last, ORDINARY)).isEqualTo(16);
        assertThat(ALMANAC.workingDays(first, last, ZIJINGANG))
                .as("28 February is a make-up day after the vacation")
                .isEqualTo(1);
        assertThat(ALMANAC.workingDays(last, last, ORDINARY)).isEqualTo(1);
        assertThat(ALMANAC.workingDays(last, first, ORDINARY)).isZero();
    }

    @Test
    void spring_festival2026_is_skipped_and_its_make_up_saturday_counts() {
        // Entered Thu 12 Feb. Fri 13 = 1, Sat 14 (make-up) = 2, Sun 15 to Mon 23 free, Tue 24 = 3, Wed 25 = 4, Thu 26 =
        // 5.
        assertThat(ALMANAC.deadline(at("2026-02-12T10:00"), 5, ORDINARY, NONE)).isEqualTo(at("2026-02-26T17:00"));
    }

    @Test
    void deadline_may_fall_on_a_make_up_saturday() {
        // Entered Wed 25 Feb. Thu 26 = 1, Fri 27 = 2, Sat 28 (make-up) = 3.
        assertThat(ALMANAC.deadline(at("2026-02-25T09:00"), 3, ORDINARY, NONE)).isEqualTo(at("2026-02-28T17:00"));
    }

    @Test
    void make_up_saturdays_are_working_days_and_ordinary_saturdays_are_not() {
        assertThat(ALMANAC.isWorkingDay(LocalDate.of(2026, 2, 14), ORDINARY)).isTrue();
        assertThat(ALMANAC.isWorkingDay(LocalDate.of(2026, 2, 28), ORDINARY)).isTrue();
        assertThat(ALMANAC.isWorkingDay(LocalDate.of(2026, 2, 7), ORDINARY)).isFalse();
        assertThat(ALMANAC.isWorkingDay(LocalDate.of(2026, 2, 16), ORDINARY)).isFalse();
    }

    @Test
    void make_up_day_inside_a_vacation_is_vacation() {
        assertThat(ALMANAC.isWorkingDay(LocalDate.of(2026, 2, 14), ZIJINGANG)).isFalse();
        assertThat(ALMANAC.isWorkingDay(LocalDate.of(2026, 2, 14), HAZARD)).isTrue();
    }

    @Test
    void raised_one_minute_before_midnight_the_next_day_is_the_first() {
        // Entered Mon 9 Mar 23:59. Tue 10 = 1; entered a minute later, on Tue 10, Wed 11 = 1.
        assertThat(ALMANAC.deadline(at("2026-03-09T23:59"), 1, ORDINARY, NONE)).isEqualTo(at("2026-03-10T17:00"));
        assertThat(ALMANAC.deadline(at("2026-03-10T00:00"), 1, ORDINARY, NONE)).isEqualTo(at("2026-03-11T17:00"));
    }

    @Test
    void raised_at_the_weekend_monday_is_the_first() {
        // Entered Sat 7 Mar. Mon 9 = 1, Tue 10 = 2.
        assertThat(ALMANAC.deadline(at("2026-03-07T11:00"), 2, ORDINARY, NONE)).isEqualTo(at("2026-03-10T17:00"));
    }

    @Test
    void raised_on_the_last_day_before_the_winter_vacation_counting_begins_after_it() {
        // Entered Fri 23 Jan. Sat 24 and Sun 25 free, Mon 26 Jan to Fri 27 Feb vacation, Sat 28 Feb (make-up) = 1,
        // Sun 1 Mar free, Mon 2 Mar = 2.
        assertThat(ALMANAC.deadline(at("2026-01-23T16:00"), 2, ZIJINGANG, NONE)).isEqualTo(at("2026-03-02T17:00"));
    }

    @Test
    void each_campus_has_its_own_vacations() {
        // Entered Fri 23 Jan. Vacation in Yuquan begins on Mon 2 Feb only: Mon 26 Jan = 1, Tue 27 = 2.
        assertThat(ALMANAC.deadline(at("2026-01-23T16:00"), 2, new Counting("yuquan", false), NONE))
                .isEqualTo(at("2026-01-27T17:00"));
    }

    @Test
    void vacations_do_not_stop_the_clock_of_a_hazard() {
        // Entered Wed 28 Jan, inside the vacation. Thu 29 = 1, Fri 30 = 2.
        assertThat(ALMANAC.deadline(at("2026-01-28T10:00"), 2, HAZARD, NONE)).isEqualTo(at("2026-01-30T17:00"));
        // Public holidays do: entered Sat 14 Feb (make-up); Sun 15 to Mon 23 free, Tue 24 = 1.
        assertThat(ALMANAC.deadline(at("2026-02-14T10:00"), 1, HAZARD, NONE)).isEqualTo(at("2026-02-24T17:00"));
    }

    @Test
    void pause_over_a_weekend_costs_friday_and_nothing_else() {
        // Entered Wed 4 Mar, three days: Thu 5 = 1, Fri 6 = 2, Mon 9 = 3. Paused Fri 6 15:00 to Mon 9 10:00: Friday's
        // close
        // is lost, Monday's is not. Thu 5 = 1, Mon 9 = 2, Tue 10 = 3.
        Instant from = at("2026-03-04T10:00");
        Pause pause = new Pause(at("2026-03-06T15:00"), at("2026-03-09T10:00"), "asked-colleague");
        assertThat(ALMANAC.deadline(from, 3, ORDINARY, NONE)).isEqualTo(at("2026-03-09T17:00"));
        assertThat(ALMANAC.deadline(from, 3, ORDINARY, List.of(pause))).isEqualTo(at("2026-03-10T17:00"));

        ClockReading reading =
                ALMANAC.read(from, null, at("2026-03-10T17:00"), ORDINARY, List.of(pause), at("2026-03-09T12:00"));
        assertThat(reading.stretches())
                .containsExactly(
                        stretch("2026-03-04T10:00", "2026-03-05T00:00", false, "day-of-entry"),
                        stretch("2026-03-05T00:00", "2026-03-06T00:00", true, "working-day"),
                        stretch("2026-03-06T00:00", "2026-03-06T15:00", false, "stopped-at-close"),
                        stretch("2026-03-06T15:00", "2026-03-09T10:00", false, "asked-colleague"),
                        stretch("2026-03-09T10:00", "2026-03-09T12:00", true, "working-day"));
        // Thu 5 counted; today Mon 9 is the second; Fri 6 was lost; Mon 9 and Tue 10 are left.
        assertThat(reading.daysCounted()).isEqualTo(1);
        assertThat(reading.ordinal()).isEqualTo(2);
        assertThat(reading.daysPaused()).isEqualTo(1);
        assertThat(reading.daysLeft()).isEqualTo(2);
    }

    @Test
    void pause_within_office_hours_of_one_day_costs_nothing() {
        // Entered Wed 4 Mar. Paused Thu 5 09:00 to 16:59:59: the clock runs again at Thursday's close. Thu 5 = 1.
        Pause pause = new Pause(at("2026-03-05T09:00"), at("2026-03-05T16:59:59"), "asked-colleague");
        assertThat(ALMANAC.deadline(at("2026-03-04T10:00"), 1, ORDINARY, List.of(pause)))
                .isEqualTo(at("2026-03-05T17:00"));
    }

    @Test
    void pause_that_begins_at_close_of_business_costs_the_day_and_one_that_ends_then_does_not() {
        Instant from = at("2026-03-04T10:00");
        Pause begins = new Pause(at("2026-03-05T17:00"), at("2026-03-05T18:00"), "asked-colleague");
        Pause ends = new Pause(at("2026-03-05T09:00"), at("2026-03-05T17:00"), "asked-colleague");
        assertThat(ALMANAC.deadline(from, 1, ORDINARY, List.of(begins))).isEqualTo(at("2026-03-06T17:00"));
        assertThat(ALMANAC.deadline(from, 1, ORDINARY, List.of(ends))).isEqualTo(at("2026-03-05T17:00"));
    }

    @Test
    void open_pause_is_left_out_of_the_deadline_and_stops_the_reading() {
        Instant from = at("2026-03-04T10:00");
        Pause open = new Pause(at("2026-03-05T15:00"), null, "agenda");
        Instant deadline = ALMANAC.deadline(from, 3, ORDINARY, List.of(open));
        assertThat(deadline).isEqualTo(at("2026-03-09T17:00"));

        // Thu 5 and Fri 6 lost at their closes, Sat 7 and Sun 8 would not have counted, Mon 9 has not closed.
        ClockReading reading = ALMANAC.read(from, null, deadline, ORDINARY, List.of(open), at("2026-03-09T12:00"));
        assertThat(reading.deadline()).isNull();
        assertThat(reading.daysLeft()).isNull();
        assertThat(reading.daysCounted()).isZero();
        assertThat(reading.ordinal()).isZero();
        assertThat(reading.daysPaused()).isEqualTo(2);
    }

    @Test
    void deadline_at_close_of_business_has_passed_one_second_later() {
        Instant from = at("2026-03-04T10:00");
        Instant deadline = at("2026-03-05T17:00");
        assertThat(daysLeft(from, deadline, "2026-03-05T16:59:59")).isEqualTo(1);
        assertThat(daysLeft(from, deadline, "2026-03-05T17:00:00")).isZero();
        assertThat(daysLeft(from, deadline, "2026-03-05T17:00:01")).isEqualTo(-1);
    }

    @Test
    void overdue_days_are_the_working_days_begun_since_and_at_least_one() {
        Instant from = at("2026-03-04T10:00");
        Instant deadline = at("2026-03-06T17:00");
        // Deadline Fri 6. Saturday: none has begun, and yet it is late. Mon 9 is the first, Tue 10 the second.
        assertThat(daysLeft(from, deadline, "2026-03-07T12:00")).isEqualTo(-1);
        assertThat(daysLeft(from, deadline, "2026-03-09T08:00")).isEqualTo(-1);
        assertThat(daysLeft(from, deadline, "2026-03-09T18:00")).isEqualTo(-1);
        assertThat(daysLeft(from, deadline, "2026-03-10T08:00")).isEqualTo(-2);
    }

    @Test
    void days_left_on_the_day_of_entry_are_all_days() {
        Instant from = at("2026-03-04T10:00");
        assertThat(daysLeft(from, ALMANAC.deadline(from, 7, ORDINARY, NONE), "2026-03-04T10:00"))
                .isEqualTo(7);
    }

    @Test
    void reading_tells_every_kind_of_time_over_spring_festival() {
        ClockReading reading = ALMANAC.read(
                at("2026-02-12T10:00"), null, at("2026-02-26T17:00"), ORDINARY, NONE, at("2026-02-24T09:00"));
        assertThat(reading.stretches())
                .containsExactly(
                        stretch("2026-02-12T10:00", "2026-02-13T00:00", false, "day-of-entry"),
                        stretch("2026-02-13T00:00", "2026-02-14T00:00", true, "working-day"),
                        new Stretch(at("2026-02-14T00:00"), at("2026-02-15T00:00"), true, "make-up-day", "春节"),
                        new Stretch(at("2026-02-15T00:00"), at("2026-02-24T00:00"), false, "holiday", "春节"),
                        stretch("2026-02-24T00:00", "2026-02-24T09:00", true, "working-day"));
        // Fri 13 and Sat 14 counted, Tue 24 is the third; Tue 24, Wed 25, Thu 26 are left.
        assertThat(reading.daysCounted()).isEqualTo(2);
        assertThat(reading.ordinal()).isEqualTo(3);
        assertThat(reading.daysLeft()).isEqualTo(3);
    }

    @Test
    void vacation_is_one_stretch_with_its_name() {
        ClockReading reading =
                ALMANAC.read(at("2026-01-23T16:00"), null, null, ZIJINGANG, NONE, at("2026-02-28T18:00"));
        assertThat(reading.stretches())
                .containsExactly(
                        stretch("2026-01-23T16:00", "2026-01-24T00:00", false, "day-of-entry"),
                        stretch("2026-01-24T00:00", "2026-01-26T00:00", false, "weekend"),
                        new Stretch(at("2026-01-26T00:00"), at("2026-02-28T00:00"), false, "vacation", "寒假"),
                        new Stretch(at("2026-02-28T00:00"), at("2026-02-28T18:00"), true, "make-up-day", "春节"));
        assertThat(reading.daysCounted()).isEqualTo(1);
        assertThat(reading.ordinal()).isEqualTo(1);
        assertThat(reading.daysLeft()).isNull();
    }

    @Test
    void ended_clock_is_read_at_its_end() {
        Instant deadline = at("2026-03-09T17:00");
        // Entered Wed 4, ended Fri 6 11:00: Thu 5 counted, Fri 6 was the second; Fri 6 and Mon 9 were left.
        ClockReading reading = ALMANAC.read(
                at("2026-03-04T10:00"), at("2026-03-06T11:00"), deadline, ORDINARY, NONE, at("2026-04-01T10:00"));
        assertThat(reading.stretches().get(reading.stretches().size() - 1).to()).isEqualTo(at("2026-03-06T11:00"));
        assertThat(reading.daysCounted()).isEqualTo(1);
        assertThat(reading.ordinal()).isEqualTo(2);
        assertThat(reading.daysLeft()).isEqualTo(2);
    }

    @Test
    void clock_read_at_its_beginning_has_no_stretch() {
        Instant from = at("2026-03-04T10:00");
        ClockReading reading = ALMANAC.read(from, null, null, ORDINARY, NONE, from);
        assertThat(reading.stretches()).isEmpty();
        assertThat(reading.ordinal()).isZero();
    }

    @Test
    void reminder_lies_working_days_before_the_deadline() {
        // Deadline Tue 24 Feb. Sat 14 Feb (make-up) is one before, Fri 13 two.
        assertThat(ALMANAC.before(at("2026-02-24T17:00"), 1, ORDINARY)).isEqualTo(at("2026-02-14T17:00"));
        assertThat(ALMANAC.before(at("2026-02-24T17:00"), 2, ORDINARY)).isEqualTo(at("2026-02-13T17:00"));
    }

    @Test
    void year_without_notice_knows_weekends_only() {
        assertThat(ALMANAC.knownUntil()).isEqualTo(2026);
        // Fri 1 Jan 2027 is surely free, but nobody has said so yet; Sat 2 Jan is a Saturday.
        assertThat(ALMANAC.isWorkingDay(LocalDate.of(2027, 1, 1), ORDINARY)).isTrue();
        assertThat(ALMANAC.isWorkingDay(LocalDate.of(2027, 1, 2), ORDINARY)).isFalse();
        assertThat(ALMANAC.year(2027).noticed()).isFalse();
    }

    @Test
    void new_year_holiday_that_begins_in_december_is_in_the_next_years_notice() {
        // The notice for 2019: Sat 29 Dec 2018 worked, Sun 30 Dec to Tue 1 Jan free.
        assertThat(LoadedCalendar.shippedNotices())
                .extracting(Notice::year)
                .containsExactly(2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026);
        assertThat(LoadedCalendar.shippedNotices().get(1).days().get(0).date()).isEqualTo(LocalDate.of(2018, 12, 29));
        assertThat(ALMANAC.isWorkingDay(LocalDate.of(2018, 12, 29), ORDINARY)).isTrue();
        assertThat(ALMANAC.isWorkingDay(LocalDate.of(2018, 12, 31), ORDINARY)).isFalse();
    }

    @Test
    void unknown_campus_has_no_vacations() {
        assertThat(ALMANAC.isWorkingDay(LocalDate.of(2026, 1, 28), new Counting(null, false)))
                .isTrue();
    }

    @Test
    void period_of_no_days_is_a_mistake_of_the_caller() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALMANAC.deadline(at("2026-03-04T10:00"), 0, ORDINARY, NONE));
    }

    private static Integer daysLeft(Instant from, Instant deadline, String now) {
        int left = ALMANAC.daysLeft(from, deadline, ORDINARY, at(now));
        assertThat(ALMANAC.read(from, null, deadline, ORDINARY, NONE, at(now)).daysLeft())
                .as("as the clock reads that tells every stretch")
                .isEqualTo(left);
        return left;
    }

    private static Stretch stretch(String from, String to, boolean counted, String why) {
        return new Stretch(at(from), at(to), counted, why, null);
    }
}
