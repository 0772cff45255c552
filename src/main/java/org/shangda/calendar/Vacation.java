package org.shangda.calendar;

import java.time.LocalDate;

/**
 * A vacation of the school.
 *
 * @param campus code
 * @param name as its users read it, for example 寒假
 * @param from first day
 * @param to last day
 */
public record Vacation(String campus, String name, LocalDate from, LocalDate to) {

    boolean overlaps(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && !to.isBefore(first);
    }
}
