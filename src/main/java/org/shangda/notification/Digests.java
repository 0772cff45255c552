package org.shangda.notification;

import java.time.Instant;
import java.time.LocalDate;
import org.shangda.calendar.Counting;
import org.shangda.calendar.OfficeHours;
import org.shangda.calendar.WorkingCalendar;
import org.springframework.stereotype.Component;

/** The digest goes out once on every working day; a school's vacation does not hold it back. */
@Component
class Digests {

    private static final Counting WORKING_DAYS = new Counting(null, true);

    private final WorkingCalendar calendar;
    private final OfficeHours hours;
    private final NotificationProperties properties;

    Digests(WorkingCalendar calendar, OfficeHours hours, NotificationProperties properties) {
        this.calendar = calendar;
        this.hours = hours;
        this.properties = properties;
    }

    /** The first digest after a moment. */
    Instant next(Instant after) {
        LocalDate day = LocalDate.ofInstant(after, hours.zone());
        while (!calendar.isWorkingDay(day, WORKING_DAYS) || !at(day).isAfter(after)) {
            day = day.plusDays(1);
        }
        return at(day);
    }

    String letter(String recipient, Instant digest) {
        return recipient + "@" + day(digest);
    }

    String day(Instant digest) {
        return LocalDate.ofInstant(digest, hours.zone()).toString();
    }

    private Instant at(LocalDate day) {
        return day.atTime(properties.digestAt()).atZone(hours.zone()).toInstant();
    }
}
