package org.shangda.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.calendar.ClockReading.Stretch;

/** All that is known of working time at one moment, in memory and immutable: counting asks no database. */
final class Almanac implements WorkingCalendar {

    /** Reasons of stretches that come from the day; every other reason is a pause's. */
    static final Set<String> REASONS_OF_DAYS =
            Set.of("working-day", "make-up-day", "day-of-entry", "weekend", "holiday", "vacation", "stopped-at-close");

    private static final Day WORKING_DAY = new Day(true, "working-day", null);
    private static final Day WEEKEND = new Day(false, "weekend", null);
    private static final Day DAY_OF_ENTRY = new Day(false, "day-of-entry", null);
    private static final Day STOPPED_AT_CLOSE = new Day(false, "stopped-at-close", null);

    private final OfficeHours hours;
    private final Map<LocalDate, NoticeDay> noticed;
    private final Map<String, NavigableMap<LocalDate, Vacation>> vacations = new HashMap<>();
    private final NavigableMap<Integer, List<NoticeDay>> notices;

    /** @param vacations without overlap on one campus */
    Almanac(OfficeHours hours, Collection<NoticeDay> days, Collection<Vacation> vacations) {
        this.hours = hours;
        this.noticed = days.stream().collect(Collectors.toMap(NoticeDay::date, day -> day));
        this.notices =
                days.stream().collect(Collectors.groupingBy(NoticeDay::noticeYear, TreeMap::new, Collectors.toList()));
        vacations.forEach(vacation -> this.vacations
                .computeIfAbsent(vacation.campus(), campus -> new TreeMap<>())
                .put(vacation.from(), vacation));
    }

    @Override
    public boolean isWorkingDay(LocalDate day, Counting counting) {
        return day(day, counting).working();
    }

    @Override
    public int workingDays(LocalDate from, LocalDate to, Counting counting) {
        return (int) Stream.iterate(from, day -> !day.isAfter(to), day -> day.plusDays(1))
                .filter(day -> isWorkingDay(day, counting))
                .count();
    }

    @Override
    public Instant deadline(Instant from, int workingDays, Counting counting, List<Pause> pauses) {
        requirePositive(workingDays);
        Clock clock = new Clock(
                hours.dayOf(from),
                counting,
                pauses.stream().filter(pause -> pause.to() != null).toList());
        LocalDate day = clock.entry();
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (counts(day, clock)) {
                left--;
            }
        }
        return hours.closeOf(day);
    }

    @Override
    public Instant before(Instant deadline, int workingDays, Counting counting) {
        requirePositive(workingDays);
        LocalDate day = hours.dayOf(deadline);
        for (int left = workingDays; left > 0; ) {
            day = day.minusDays(1);
            if (isWorkingDay(day, counting)) {
                left--;
            }
        }
        return hours.closeOf(day);
    }

    @Override
    public ClockReading read(
            Instant from, Instant until, Instant deadline, Counting counting, List<Pause> pauses, Instant now) {
        Instant at = until != null && until.isBefore(now) ? until : now;
        LocalDate today = hours.dayOf(at);
        Clock clock = new Clock(hours.dayOf(from), counting, pauses);

        int counted = 0;
        int paused = 0;
        for (LocalDate day = clock.entry().plusDays(1); !hours.closeOf(day).isAfter(at); day = day.plusDays(1)) {
            if (counts(day, clock)) {
                counted++;
            } else if (isWorkingDay(day, counting)) {
                paused++;
            }
        }
        boolean standing = pauseAt(at, pauses) != null;
        boolean todayRuns = !standing
                && today.isAfter(clock.entry())
                && isWorkingDay(today, counting)
                && hours.closeOf(today).isAfter(at);
        return new ClockReading(
                stretches(from, at, clock),
                counted,
                todayRuns ? counted + 1 : counted,
                paused,
                standing ? null : deadline,
                standing || deadline == null ? null : daysLeft(at, deadline, clock));
    }

    @Override
    public int daysLeft(Instant from, Instant deadline, Counting counting, Instant now) {
        return daysLeft(now, deadline, new Clock(hours.dayOf(from), counting, List.of()));
    }

    @Override
    public int knownUntil() {
        return notices.isEmpty() ? 0 : notices.lastKey();
    }

    /** First year whose notice is loaded; only with at least one notice. */
    int knownFrom() {
        return notices.firstKey();
    }

    CalendarYear year(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        return new CalendarYear(
                year,
                notices.containsKey(year),
                knownUntil(),
                hours,
                first.datesUntil(last.plusDays(1))
                        .map(noticed::get)
                        .filter(day -> day != null)
                        .toList(),
                new TreeMap<>(vacations)
                        .values().stream()
                                .flatMap(campus -> campus.values().stream())
                                .filter(vacation -> vacation.overlaps(first, last))
                                .toList());
    }

    boolean hasVacations() {
        return !vacations.isEmpty();
    }

    private int daysLeft(Instant at, Instant deadline, Clock clock) {
        LocalDate today = hours.dayOf(at);
        LocalDate last = hours.dayOf(deadline);
        if (at.isAfter(deadline)) {
            // The working days begun since; on the evening of the last day none has, and yet it is late.
            long late = Stream.iterate(last.plusDays(1), day -> !day.isAfter(today), day -> day.plusDays(1))
                    .filter(day -> counts(day, clock))
                    .count();
            return (int) -Math.max(1, late);
        }
        // Whether a day closes in time is asked of the first and the last only: lists ask this of thousands.
        LocalDate first = hours.closeOf(today).isAfter(at) ? today : today.plusDays(1);
        LocalDate end = hours.closeOf(last).isAfter(deadline) ? last.minusDays(1) : last;
        return (int) Stream.iterate(first, day -> !day.isAfter(end), day -> day.plusDays(1))
                .filter(day -> counts(day, clock))
                .count();
    }

    private List<Stretch> stretches(Instant from, Instant to, Clock clock) {
        TreeSet<Instant> cuts = new TreeSet<>();
        for (LocalDate day = clock.entry(); hours.startOf(day).isBefore(to); day = day.plusDays(1)) {
            cuts.add(hours.startOf(day));
        }
        for (Pause pause : clock.pauses()) {
            cuts.add(pause.from());
            if (pause.to() != null) {
                cuts.add(pause.to());
            }
        }
        List<Stretch> stretches = new ArrayList<>();
        for (Instant start = from; start.isBefore(to); ) {
            Instant cut = cuts.higher(start);
            Instant end = cut == null || cut.isAfter(to) ? to : cut;
            Stretch next = stretch(start, end, clock);
            int last = stretches.size() - 1;
            if (last >= 0 && sameKind(stretches.get(last), next)) {
                next = new Stretch(stretches.remove(last).from(), end, next.counted(), next.why(), next.name());
            }
            stretches.add(next);
            start = end;
        }
        return List.copyOf(stretches);
    }

    private Stretch stretch(Instant start, Instant end, Clock clock) {
        Pause pause = pauseAt(start, clock.pauses());
        if (pause != null) {
            return new Stretch(start, end, false, pause.reason(), null);
        }
        LocalDate date = hours.dayOf(start);
        Day day = day(date, clock.counting());
        if (!date.isAfter(clock.entry())) {
            day = DAY_OF_ENTRY;
        } else if (day.working() && !counts(date, clock)) {
            day = STOPPED_AT_CLOSE;
        }
        return new Stretch(start, end, day.working(), day.why(), day.name());
    }

    private static boolean sameKind(Stretch one, Stretch other) {
        return one.why().equals(other.why())
                && one.counted() == other.counted()
                && (one.name() == null ? other.name() == null : one.name().equals(other.name()));
    }

    private boolean counts(LocalDate day, Clock clock) {
        return day.isAfter(clock.entry())
                && isWorkingDay(day, clock.counting())
                && (clock.pauses().isEmpty() || pauseAt(hours.closeOf(day), clock.pauses()) == null);
    }

    /** A pause includes its beginning and excludes its end. */
    private static Pause pauseAt(Instant moment, List<Pause> pauses) {
        for (Pause pause : pauses) {
            if (!moment.isBefore(pause.from()) && (pause.to() == null || moment.isBefore(pause.to()))) {
                return pause;
            }
        }
        return null;
    }

    private Day day(LocalDate date, Counting counting) {
        Vacation vacation = counting.vacationsCount() ? null : vacation(counting.campus(), date);
        if (vacation != null) {
            return new Day(false, "vacation", vacation.name());
        }
        boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        NoticeDay notice = noticed.get(date);
        if (notice == null) {
            return weekend ? WEEKEND : WORKING_DAY;
        }
        if (notice.off()) {
            return new Day(false, "holiday", notice.holiday());
        }
        return weekend ? new Day(true, "make-up-day", notice.holiday()) : WORKING_DAY;
    }

    private Vacation vacation(String campus, LocalDate date) {
        NavigableMap<LocalDate, Vacation> ofCampus = vacations.get(campus);
        Map.Entry<LocalDate, Vacation> begun = ofCampus == null ? null : ofCampus.floorEntry(date);
        return begun == null || begun.getValue().to().isBefore(date) ? null : begun.getValue();
    }

    private static void requirePositive(int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("at least one working day: " + workingDays);
        }
    }

    private record Day(boolean working, String why, String name) {}

    private record Clock(LocalDate entry, Counting counting, List<Pause> pauses) {}
}
