package org.shangda.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shangda.refusal.Refusal;

/** The State Council's notice for one year, complete. */
record Notice(int year, List<NoticeDay> days) {

    private static final List<String> HOLIDAYS = List.of(NoticeDay.NEW_YEAR, "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节");

    /** Days that are free in every year (全国年节及纪念日放假办法, article 2); the others follow the moon. */
    private static final List<MonthDay> ALWAYS_FREE =
            List.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(10, 1), MonthDay.of(10, 2), MonthDay.of(10, 3));

    /**
     * @param days of one notice, not empty
     * @throws Refusal when they are of several years, or the year is not complete
     */
    static Notice of(List<NoticeDay> days) {
        Set<Integer> years = days.stream().map(NoticeDay::noticeYear).collect(Collectors.toCollection(TreeSet::new));
        if (years.size() > 1) {
            throw Refusal.invalid("calendar.notice.several-years", joined(years));
        }
        Notice notice = new Notice(years.iterator().next(), List.copyOf(days));
        notice.requireComplete();
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
        List<NoticeDay> free = days.stream().filter(NoticeDay::off).toList();
        List<String> missing = HOLIDAYS.stream()
                .filter(holiday -> free.stream().noneMatch(day -> day.holiday().contains(holiday)))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.invalid("calendar.notice.incomplete", String.valueOf(year), joined(missing));
        }
        Set<LocalDate> dates = free.stream().map(NoticeDay::date).collect(Collectors.toSet());
        for (MonthDay day : ALWAYS_FREE) {
            if (!dates.contains(day.atYear(year))) {
                throw Refusal.invalid(
                        "calendar.notice.not-free", day.atYear(year).toString());
            }
        }
    }

    private static String joined(Iterable<?> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append(text.isEmpty() ? "" : "、").append(value));
        return text.toString();
    }
}
