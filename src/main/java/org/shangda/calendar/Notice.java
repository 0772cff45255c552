package org.shangda.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.refusal.Refusal;

/** The State Council's notice for one year, complete, and without a day that no notice would have. */
record Notice(int year, List<NoticeDay> days) {

    /** From a day that is worked in exchange to the holiday; eleven was the most from 2018 to 2026. */
    private static final int FARTHEST = 15;

    /**
     * @param days of one notice, not empty
     * @throws Refusal when they are of several years, the year is not complete, or a day cannot be
     */
    static Notice of(List<NoticeDay> days) {
        Set<Integer> years = days.stream().map(NoticeDay::noticeYear).collect(Collectors.toCollection(TreeSet::new));
        if (years.size() > 1) {
            throw Refusal.invalid("calendar.notice.several-years", joined(years));
        }
        Notice notice = new Notice(years.iterator().next(), List.copyOf(days));
        notice.requireComplete();
        notice.days.forEach(day -> {
            if (day.off()) {
                notice.requireBesideItsHoliday(day);
            } else {
                notice.requireExchanged(day);
            }
        });
        return notice;
    }

    /** Splits a file that covers several years. */
    static List<Notice> perYear(List<NoticeDay> days) {
        return days.stream()
                .collect(Collectors.groupingBy(NoticeDay::noticeYear, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Notice::of)
                .toList();
    }

    private void requireComplete() {
        List<String> missing = Arrays.stream(Holiday.values())
                .filter(holiday -> free().noneMatch(holiday::named))
                .map(Holiday::chinese)
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.invalid("calendar.notice.incomplete", String.valueOf(year), joined(missing));
        }
        Set<LocalDate> dates = free().map(NoticeDay::date).collect(Collectors.toSet());
        for (MonthDay day : Holiday.ALWAYS_FREE) {
            if (!dates.contains(day.atYear(year))) {
                throw Refusal.invalid(
                        "calendar.notice.not-free", day.atYear(year).toString());
            }
        }
    }

    /** In the holiday's season, and next to another free day of it. */
    private void requireBesideItsHoliday(NoticeDay day) {
        List<Holiday> named =
                Arrays.stream(Holiday.values()).filter(one -> one.named(day)).toList();
        if (!named.isEmpty() && named.stream().noneMatch(holiday -> holiday.mayBeOn(day.date()))) {
            Holiday holiday = named.get(0);
            throw Refusal.invalid(
                    "calendar.notice.season",
                    day.date().toString(),
                    holiday.chinese(),
                    holiday.first().toString().substring(2),
                    holiday.last().toString().substring(2));
        }
        List<LocalDate> same = free().filter(other -> sameHoliday(other, day))
                .map(NoticeDay::date)
                .sorted()
                .toList();
        for (int i = 1; i < same.size(); i++) {
            if (same.get(i).equals(day.date()) && !onlyWeekendBetween(same.get(i - 1), same.get(i))) {
                throw Refusal.invalid(
                        "calendar.notice.apart",
                        day.date().toString(),
                        day.holiday(),
                        same.get(i - 1).toString(),
                        ChronoUnit.DAYS.between(same.get(i - 1), same.get(i)));
            }
        }
    }

    private static boolean onlyWeekendBetween(LocalDate earlier, LocalDate later) {
        return earlier.plusDays(1).datesUntil(later).allMatch(Notice::weekend);
    }

    /** A day is worked in exchange only where it would have been free, and near the holiday. */
    private void requireExchanged(NoticeDay day) {
        // Notices also say when work begins again, as that of 2020 did; this changes nothing.
        boolean firstAfter =
                free().anyMatch(other -> other.date().plusDays(1).equals(day.date()) && sameHoliday(other, day));
        if (!weekend(day.date()) && !firstAfter) {
            throw Refusal.invalid("calendar.notice.weekday", day.date().toString());
        }
        if (free().noneMatch(other ->
                sameHoliday(other, day) && Math.abs(ChronoUnit.DAYS.between(other.date(), day.date())) <= FARTHEST)) {
            throw Refusal.invalid("calendar.notice.far", day.date().toString(), day.holiday(), FARTHEST);
        }
    }

    private Stream<NoticeDay> free() {
        return days.stream().filter(NoticeDay::off);
    }

    /** Two holidays that fall together are named together. */
    private static boolean sameHoliday(NoticeDay one, NoticeDay other) {
        return one.holiday().equals(other.holiday())
                || Arrays.stream(Holiday.values()).anyMatch(holiday -> holiday.named(one) && holiday.named(other));
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static String joined(Iterable<?> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append(text.isEmpty() ? "" : "、").append(value));
        return text.toString();
    }
}
