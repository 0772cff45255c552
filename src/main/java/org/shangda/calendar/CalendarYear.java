package org.shangda.calendar;

import java.util.List;

/**
 * What is known of one year.
 *
 * @param noticed whether the year's notice is loaded; without it only weekends are known
 * @param knownUntil last year whose notice is loaded
 * @param days days of this year that a notice mentions, ascending
 * @param vacations those that touch this year, by campus and first day
 */
public record CalendarYear(
        int year,
        boolean noticed,
        int knownUntil,
        OfficeHours officeHours,
        List<NoticeDay> days,
        List<Vacation> vacations) {}
