package org.shangda.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.calendar.Known.ALMANAC;
import static org.shangda.calendar.Known.SHANGHAI;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.shangda.calendar.ClockReading.Stretch;

/** What holds for every beginning, length and set of pauses in the years around the winter vacation of 2026. */
class AlmanacPropertiesTest {

    private static final Instant START = Known.at("2025-11-01T00:00");
    private static final int MINUTES = 200 * 24 * 60;
    private static final LocalTime CLOSE = LocalTime.of(17, 0);

    @Property
    void deadline_is_a_close_of_business_of_a_working_day(
            @ForAll("moments") Instant from,
            @ForAll @IntRange(min = 1, max = 40) int days,
            @ForAll("countings") Counting counting,
            @ForAll("pauses") List<Pause> pauses) {
        ZonedDateTime deadline = ALMANAC.deadline(from, days, counting, pauses).atZone(SHANGHAI);
        assertThat(deadline.toLocalTime()).isEqualTo(CLOSE);
        assertThat(ALMANAC.isWorkingDay(deadline.toLocalDate(), counting)).isTrue();
    }

    @Property
    void as_many_working_days_lie_in_a_deadline_as_it_was_given(
            @ForAll("moments") Instant from,
            @ForAll @IntRange(min = 1, max = 40) int days,
            @ForAll("countings") Counting counting) {
        LocalDate dayAfter = from.atZone(SHANGHAI).toLocalDate().plusDays(1);
        LocalDate last = ALMANAC.deadline(from, days, counting, List.of())
                .atZone(SHANGHAI)
                .toLocalDate();
        assertThat(ALMANAC.workingDays(dayAfter, last, counting)).isEqualTo(days);
    }

    @Property
    void more_days_end_later(
            @ForAll("moments") Instant from,
            @ForAll @IntRange(min = 1, max = 40) int days,
            @ForAll("countings") Counting counting,
            @ForAll("pauses") List<Pause> pauses) {
        assertThat(ALMANAC.deadline(from, days + 1, counting, pauses))
                .isAfter(ALMANAC.deadline(from, days, counting, pauses));
    }

    @Property
    void beginning_later_never_ends_earlier(
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant other,
            @ForAll @IntRange(min = 1, max = 40) int days,
            @ForAll("countings") Counting counting,
            @ForAll("pauses") List<Pause> pauses) {
        Instant earlier = one.isBefore(other) ? one : other;
        Instant later = one.isBefore(other) ? other : one;
        assertThat(ALMANAC.deadline(later, days, counting, pauses))
                .isAfterOrEqualTo(ALMANAC.deadline(earlier, days, counting, pauses));
    }

    @Property
    void another_pause_never_ends_earlier(
            @ForAll("moments") Instant from,
            @ForAll @IntRange(min = 1, max = 40) int days,
            @ForAll("countings") Counting counting,
            @ForAll("pauses") List<Pause> pauses,
            @ForAll("pause") Pause another) {
        List<Pause> more = new ArrayList<>(pauses);
        more.add(another);
        assertThat(ALMANAC.deadline(from, days, counting, more))
                .isAfterOrEqualTo(ALMANAC.deadline(from, days, counting, pauses));
    }

    @Property
    void reminder_is_reached_by_the_same_number_of_days(
            @ForAll("moments") Instant moment,
            @ForAll @IntRange(min = 1, max = 20) int days,
            @ForAll("countings") Counting counting) {
        Instant deadline = ALMANAC.deadline(moment, 1, counting, List.of());
        Instant reminder = ALMANAC.before(deadline, days, counting);
        assertThat(ALMANAC.deadline(reminder, days, counting, List.of())).isEqualTo(deadline);
    }

    @Property
    void stretches_cover_the_clock_without_gap_or_overlap(
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant other,
            @ForAll("countings") Counting counting,
            @ForAll("pauses") List<Pause> pauses) {
        Instant from = one.isBefore(other) ? one : other;
        Instant now = one.isBefore(other) ? other : one;
        Instant end = from;
        Stretch before = null;
        for (Stretch stretch :
                ALMANAC.read(from, null, null, counting, pauses, now).stretches()) {
            assertThat(stretch.from()).isEqualTo(end);
            assertThat(stretch.to()).isAfter(stretch.from());
            assertThat(before == null || !(before.why() + before.name()).equals(stretch.why() + stretch.name()))
                    .as("neighbours differ")
                    .isTrue();
            end = stretch.to();
            before = stretch;
        }
        assertThat(end).isEqualTo(now);
    }

    @Property
    void counted_days_are_those_found_by_looking_at_each_day(
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant other,
            @ForAll("countings") Counting counting,
            @ForAll("pauses") List<Pause> pauses) {
        Instant from = one.isBefore(other) ? one : other;
        Instant now = one.isBefore(other) ? other : one;
        int counted = 0;
        int lost = 0;
        LocalDate entry = LocalDate.ofInstant(from, SHANGHAI);
        for (LocalDate day = entry.plusDays(1); ; day = day.plusDays(1)) {
            Instant close = day.atTime(CLOSE).atZone(SHANGHAI).toInstant();
            if (close.isAfter(now)) {
                break;
            }
            boolean stopped = pauses.stream()
                    .anyMatch(pause -> !pause.from().isAfter(close)
                            && (pause.to() == null || pause.to().isAfter(close)));
            if (ALMANAC.isWorkingDay(day, counting)) {
                counted += stopped ? 0 : 1;
                lost += stopped ? 1 : 0;
            }
        }
        ClockReading reading = ALMANAC.read(from, null, null, counting, pauses, now);
        assertThat(reading.daysCounted()).isEqualTo(counted);
        assertThat(reading.daysPaused()).isEqualTo(lost);
        assertThat(reading.ordinal()).isBetween(counted, counted + 1);
        assertThat(closesIn(reading, now)).as("recounted from the stretches").isEqualTo(counted);
    }

    @Property
    void counted_days_and_days_left_make_the_period(
            @ForAll("moments") Instant from,
            @ForAll @IntRange(min = 1, max = 40) int days,
            @ForAll("countings") Counting counting,
            @ForAll("endedPauses") List<Pause> pauses,
            @ForAll @IntRange(min = 0, max = 100) int percent) {
        Instant deadline = ALMANAC.deadline(from, days, counting, pauses);
        Instant now = from.plusSeconds((deadline.getEpochSecond() - from.getEpochSecond()) * percent / 100);
        ClockReading reading = ALMANAC.read(from, null, deadline, counting, pauses, now);
        if (reading.deadline() != null) {
            assertThat(reading.daysCounted() + reading.daysLeft()).isEqualTo(days);
        }
    }

    private static int closesIn(ClockReading reading, Instant now) {
        int closes = 0;
        for (Stretch stretch : reading.stretches()) {
            LocalDate day = LocalDate.ofInstant(stretch.from(), SHANGHAI);
            for (; stretch.counted(); day = day.plusDays(1)) {
                Instant close = day.atTime(CLOSE).atZone(SHANGHAI).toInstant();
                // A close at the very moment of the reading ends its last stretch.
                if (close.isAfter(stretch.to()) || close.equals(stretch.to()) && !close.equals(now)) {
                    break;
                }
                closes += close.isBefore(stretch.from()) ? 0 : 1;
            }
        }
        return closes;
    }

    /** Half of them on the hour, so that beginnings and ends meet closes of business. */
    @Provide
    Arbitrary<Instant> moments() {
        Arbitrary<Integer> minutes = Arbitraries.integers().between(0, MINUTES);
        return Arbitraries.oneOf(minutes, minutes.map(minute -> minute / 60 * 60))
                .map(minute -> START.plusSeconds(60L * minute));
    }

    @Provide
    Arbitrary<Counting> countings() {
        return Arbitraries.of(Known.ORDINARY, Known.ZIJINGANG, Known.HAZARD);
    }

    @Provide
    Arbitrary<Pause> pause() {
        return Combinators.combine(
                        moments(),
                        Arbitraries.integers().between(1, 20 * 24).injectNull(0.1),
                        Arbitraries.of("asked-colleague", "explained", "agenda"))
                .as((from, hours, reason) ->
                        new Pause(from, hours == null ? null : from.plusSeconds(3600L * hours), reason));
    }

    @Provide
    Arbitrary<List<Pause>> pauses() {
        return pause().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Pause>> endedPauses() {
        return pause().filter(pause -> pause.to() != null).list().ofMaxSize(5);
    }
}
