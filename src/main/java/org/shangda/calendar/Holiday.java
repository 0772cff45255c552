package org.shangda.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/**
 * The holidays that every notice has, and between which days their free days lie. Those that follow the moon, or the sun
 * as Qingming does, move in this century within these bounds; each has some days more, for what is joined to it.
 */
enum Holiday {
    NEW_YEAR("元旦", MonthDay.of(12, 29), MonthDay.of(1, 5)),
    SPRING("春节", MonthDay.of(1, 18), MonthDay.of(3, 3)),
    QINGMING("清明节", MonthDay.of(4, 1), MonthDay.of(4, 9)),
    LABOUR("劳动节", MonthDay.of(4, 27), MonthDay.of(5, 8)),
    DRAGON_BOAT("端午节", MonthDay.of(5, 24), MonthDay.of(6, 30)),
    MID_AUTUMN("中秋节", MonthDay.of(9, 4), MonthDay.of(10, 12)),
    NATIONAL("国庆节", MonthDay.of(9, 27), MonthDay.of(10, 11));

    /** Days that are free in every year (全国年节及纪念日放假办法, article 2). */
    static final List<MonthDay> ALWAYS_FREE =
            List.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(10, 1), MonthDay.of(10, 2), MonthDay.of(10, 3));

    private final String chinese;
    private final MonthDay first;
    private final MonthDay last;

    Holiday(String chinese, MonthDay first, MonthDay last) {
        this.chinese = chinese;
        this.first = first;
        this.last = last;
    }

    String chinese() {
        return chinese;
    }

    MonthDay first() {
        return first;
    }

    MonthDay last() {
        return last;
    }

    boolean named(NoticeDay day) {
        return day.holiday().contains(chinese);
    }

    /** Whether a day may be free for it. */
    boolean mayBeOn(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        boolean acrossTheYear = last.isBefore(first);
        return acrossTheYear ? !day.isBefore(first) || !day.isAfter(last) : !day.isBefore(first) && !day.isAfter(last);
    }
}
