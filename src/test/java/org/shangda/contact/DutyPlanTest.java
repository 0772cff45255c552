package org.shangda.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.shangda.calendar.Term;
import org.shangda.pairing.Leave;
import org.shangda.pairing.Pair;
import org.shangda.programme.ContactDuty;

/** What is owed in which period, for every day on which a pair may begin and end, with leave, vacations and leap years. */
class DutyPlanTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 7, 1);
    private static final int DAYS = 800;

    private static final List<Leave> VACATIONS = List.of(
            new Leave(LocalDate.of(2023, 7, 8), LocalDate.of(2023, 8, 27)),
            new Leave(LocalDate.of(2024, 1, 22), LocalDate.of(2024, 2, 25)),
            new Leave(LocalDate.of(2024, 7, 6), LocalDate.of(2024, 8, 25)),
            new Leave(LocalDate.of(2025, 1, 13), LocalDate.of(2025, 2, 16)),
            new Leave(LocalDate.of(2025, 7, 5), LocalDate.of(2025, 8, 31)));

    private static final List<Term> TERMS = List.of(
            new Term("2023-2024-1", "", LocalDate.of(2023, 9, 1), LocalDate.of(2024, 1, 21)),
            new Term("2023-2024-2", "", LocalDate.of(2024, 2, 26), LocalDate.of(2024, 7, 5)),
            new Term("2024-2025-1", "", LocalDate.of(2024, 9, 2), LocalDate.of(2025, 1, 12)),
            new Term("2024-2025-2", "", LocalDate.of(2025, 2, 17), LocalDate.of(2025, 7, 4)));

    private static final List<Function<LocalDate, Period>> KINDS =
            List.of(Period::month, Period::quarter, Period::halfYear);

    @Test
    void a_pair_that_begins_on_any_day_of_24_months_has_every_working_day_in_one_month_and_none_twice() {
        for (YearMonth month = YearMonth.of(2023, 7);
                month.isBefore(YearMonth.of(2025, 7));
                month = month.plusMonths(1)) {
            for (int day = 1; day <= month.lengthOfMonth(); day++) {
                LocalDate since = month.atDay(day);
                LocalDate end = FIRST.plusDays(DAYS);
                for (Function<LocalDate, Period> kind : KINDS) {
                    assertThat(sum(pair(since, null), kind, List.of(), since, end))
                            .as(since + " " + kind)
                            .isEqualTo(workingDays(since, periodEnd(kind, end)));
                }
            }
        }
    }

    @Property(tries = 300)
    void the_working_days_of_all_periods_are_the_working_days_of_the_pair(
            @ForAll("days") int begins, @ForAll("lengths") int lasts, @ForAll("leaves") List<Leave> leaves) {
        LocalDate since = FIRST.plusDays(begins);
        LocalDate until = since.plusDays(lasts);
        int expected = (int) days(since, until.minusDays(1))
                .filter(DutyPlanTest::isWorkingDay)
                .filter(day -> leaves.stream().noneMatch(leave -> within(leave, day)))
                .count();
        for (Function<LocalDate, Period> kind : KINDS) {
            assertThat(sum(pair(since, until), kind, leaves, since, until)).isEqualTo(expected);
        }
    }

    @Property(tries = 300)
    void a_contact_is_owed_when_the_pair_has_enough_working_days_of_the_period_and_not_otherwise(
            @ForAll("days") int begins, @ForAll("lengths") int lasts, @ForAll("leaves") List<Leave> leaves) {
        Pair pair = pair(FIRST.plusDays(begins), FIRST.plusDays(begins + lasts));
        for (Period period : months()) {
            int present = DutyPlan.present(pair, period, leaves, DutyPlanTest::workingDays);
            boolean lives = days(period.from(), period.to()).anyMatch(pair::livesOn);
            assertThat(DutyPlan.owed(
                            pair,
                            List.of(duty("month", 10), duty("month", 0)),
                            period,
                            leaves,
                            DutyPlanTest::workingDays))
                    .hasSize((lives && present >= 10 ? 1 : 0) + (lives ? 1 : 0));
        }
    }

    @Property(tries = 300)
    void no_day_lies_in_two_periods_of_a_kind_and_no_two_periods_have_one_code(@ForAll("days") int offset) {
        LocalDate day = FIRST.plusDays(offset);
        Set<String> codes = new HashSet<>();
        for (Function<LocalDate, Period> kind : KINDS) {
            Period period = kind.apply(day);
            assertThat(period.includes(day)).isTrue();
            assertThat(kind.apply(period.from())).isEqualTo(period).isEqualTo(kind.apply(period.to()));
            assertThat(kind.apply(period.to().plusDays(1)).from())
                    .isEqualTo(period.to().plusDays(1));
            assertThat(codes.add(period.code())).isTrue();
        }
    }

    @Test
    void february_in_a_leap_year_has_29_days_and_the_31st_comes_back_after_it() {
        assertThat(Period.month(LocalDate.of(2024, 2, 1)).to()).isEqualTo("2024-02-29");
        assertThat(Period.month(LocalDate.of(2025, 2, 28)).to()).isEqualTo("2025-02-28");
        assertThat(Period.month(LocalDate.of(2024, 3, 31)).to()).isEqualTo("2024-03-31");
        assertThat(Period.quarter(LocalDate.of(2024, 2, 29)))
                .isEqualTo(new Period("quarter", "2024-Q1", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 31)));
        assertThat(Period.halfYear(LocalDate.of(2024, 12, 31)))
                .isEqualTo(new Period("half-year", "2024-H2", LocalDate.of(2024, 7, 1), LocalDate.of(2024, 12, 31)));
    }

    @Test
    void nothing_is_owed_in_a_month_of_vacation() {
        Period august = Period.month(LocalDate.of(2024, 8, 1));
        assertThat(owed(pair(FIRST, null), august, duty("month", 10))).isEmpty();
        assertThat(owed(pair(FIRST, null), Period.month(LocalDate.of(2024, 9, 1)), duty("month", 10)))
                .hasSize(1);
    }

    @Test
    void who_joins_on_the_28th_owes_nothing_in_that_month_and_everything_in_the_next() {
        Pair pair = pair(LocalDate.of(2024, 3, 28), null);
        assertThat(owed(pair, Period.month(LocalDate.of(2024, 3, 1)), duty("month", 10)))
                .isEmpty();
        assertThat(owed(pair, Period.month(LocalDate.of(2024, 4, 1)), duty("month", 10)))
                .hasSize(1);
    }

    @Test
    void leave_that_leaves_too_few_days_excuses_also_when_it_is_written_down_twice() {
        Period march = Period.month(LocalDate.of(2024, 3, 1));
        List<Leave> away = List.of(
                new Leave(LocalDate.of(2024, 3, 4), LocalDate.of(2024, 3, 24)),
                new Leave(LocalDate.of(2024, 3, 10), LocalDate.of(2024, 3, 12)));
        Pair pair = pair(FIRST, null);
        assertThat(DutyPlan.present(pair, march, away, DutyPlanTest::workingDays))
                .isEqualTo(6);
        assertThat(DutyPlan.owed(pair, List.of(duty("month", 10)), march, away, DutyPlanTest::workingDays))
                .isEmpty();
    }

    @Test
    void a_semester_is_the_terms_and_its_duties_are_no_months() {
        Period semester = Period.semester(TERMS.get(1));
        assertThat(semester.code()).isEqualTo("2023-2024-2");
        assertThat(owed(pair(FIRST, null), semester, duty("semester", 40))).hasSize(1);
        assertThat(owed(pair(FIRST, null), semester, duty("month", 0))).isEmpty();
        assertThat(owed(pair(LocalDate.of(2024, 6, 20), null), semester, duty("semester", 40)))
                .isEmpty();
    }

    @Test
    void the_version_of_the_day_on_which_the_duty_begins_counts() {
        Period march = Period.month(LocalDate.of(2024, 3, 1));
        assertThat(DutyPlan.firstDay(pair(FIRST, null), march)).isEqualTo("2024-03-01");
        assertThat(DutyPlan.firstDay(pair(LocalDate.of(2024, 3, 5), null), march))
                .isEqualTo("2024-03-05");
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(0, DAYS - 200);
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(1, 200);
    }

    @Provide
    Arbitrary<List<Leave>> leaves() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.integers().between(0, 60))
                .as((from, length) -> new Leave(FIRST.plusDays(from), FIRST.plusDays(from + length)))
                .list()
                .ofMaxSize(4);
    }

    private static List<ContactDuty> owed(Pair pair, Period period, ContactDuty duty) {
        return DutyPlan.owed(pair, List.of(duty), period, List.of(), DutyPlanTest::workingDays);
    }

    private static int sum(
            Pair pair, Function<LocalDate, Period> kind, List<Leave> leaves, LocalDate from, LocalDate to) {
        Set<Period> periods = new LinkedHashSet<>();
        for (LocalDate day = from; !day.isAfter(to); day = kind.apply(day).to().plusDays(1)) {
            periods.add(kind.apply(day));
        }
        periods.add(kind.apply(to));
        return periods.stream()
                .mapToInt(period -> DutyPlan.present(pair, period, leaves, DutyPlanTest::workingDays))
                .sum();
    }

    private static LocalDate periodEnd(Function<LocalDate, Period> kind, LocalDate day) {
        return kind.apply(day).to();
    }

    private static List<Period> months() {
        List<Period> months = new ArrayList<>();
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusMonths(1)) {
            months.add(Period.month(day));
        }
        return months;
    }

    private static final Map<LocalDate, Integer> COUNTED = new HashMap<>();

    /** From the first day on, so that a stretch is one difference. */
    private static int workingDays(LocalDate from, LocalDate to) {
        return from.isAfter(to) ? 0 : upTo(to) - upTo(from.minusDays(1));
    }

    private static int upTo(LocalDate day) {
        if (COUNTED.isEmpty()) {
            int count = 0;
            for (LocalDate one = FIRST.minusDays(400);
                    one.isBefore(FIRST.plusDays(DAYS + 400));
                    one = one.plusDays(1)) {
                count += isWorkingDay(one) ? 1 : 0;
                COUNTED.put(one, count);
            }
        }
        return COUNTED.get(day);
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && VACATIONS.stream().noneMatch(vacation -> within(vacation, day));
    }

    private static boolean within(Leave leave, LocalDate day) {
        return !day.isBefore(leave.from()) && !day.isAfter(leave.to());
    }

    private static Stream<LocalDate> days(LocalDate from, LocalDate to) {
        return from.isAfter(to) ? Stream.empty() : from.datesUntil(to.plusDays(1));
    }

    private static ContactDuty duty(String period, int minWorkingDays) {
        return new ContactDuty("contact", 1, period, "duty", Set.of("talk"), null, minWorkingDays, "");
    }

    private static Pair pair(LocalDate since, LocalDate until) {
        return new Pair("P", "member-person", "zhejiang", "carrier", "colleague", "b", "c", since, until);
    }
}
