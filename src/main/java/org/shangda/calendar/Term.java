package org.shangda.calendar;

import java.time.LocalDate;

/**
 * An academic term (学期).
 *
 * @param code for example {@code 2026-2027-1}
 * @param name as its users read it, for example 2026-2027学年第一学期
 * @param from first day
 * @param to last day
 */
public record Term(String code, String name, LocalDate from, LocalDate to) {

    boolean overlaps(Term other) {
        return !from.isAfter(other.to) && !to.isBefore(other.from);
    }
}
