package org.shangda.calendar;

import java.time.LocalDate;
import java.time.Month;

/**
 * A day of which a notice of the State Council says something.
 *
 * @param kind {@code off}, or {@code work} for a day that is worked in exchange
 * @param holiday the holiday it belongs to, in Chinese; several are joined by 、
 */
public record NoticeDay(LocalDate date, String kind, String holiday) {

    static final String OFF = "off";
    static final String WORK = "work";

    boolean off() {
        return OFF.equals(kind);
    }

    /** New Year's holiday may begin in December; it is in the notice of the year that it begins. */
    int noticeYear() {
        boolean eve = date.getMonth() == Month.DECEMBER && Holiday.NEW_YEAR.named(this);
        return eve ? date.getYear() + 1 : date.getYear();
    }
}
