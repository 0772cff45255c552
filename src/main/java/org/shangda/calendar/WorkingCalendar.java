package org.shangda.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Working time of a Chinese university: the State Council's notices with their make-up working days, the school's
 * vacations, and office hours.
 *
 * <p>The day on which a period begins does not count, and a period ends with the close of business of its last day
 * (Civil Code of the People's Republic of China, articles 201 and 203). A day counts when it is a working day and the
 * clock is running at its close of business; so a pause from Friday 15:00 to Monday 10:00 costs Friday and nothing else.
 */
public interface WorkingCalendar {

    boolean isWorkingDay(LocalDate day, Counting counting);

    /** Working days from the first to the last of two days, both included; 0 when {@code to} lies before {@code from}. */
    int workingDays(LocalDate from, LocalDate to, Counting counting);

    /** Close of business of the {@code workingDays}-th counted day after {@code from}. Open pauses are left out. */
    Instant deadline(Instant from, int workingDays, Counting counting, List<Pause> pauses);

    /** Close of business of the last working day that lies {@code workingDays} counted days before {@code deadline}. */
    Instant before(Instant deadline, int workingDays, Counting counting);

    /** A clock as it stands at {@code now}: every stretch from {@code from}, counted or not and why. */
    ClockReading read(
            Instant from, Instant until, Instant deadline, Counting counting, List<Pause> pauses, Instant now);

    /**
     * The {@link ClockReading#daysLeft} of a clock without a pause, for lists that ask it of thousands.
     *
     * @param from when the clock began: that day does not count
     */
    int daysLeft(Instant from, Instant deadline, Counting counting, Instant now);

    /** The last year for which the State Council's notice is loaded; later years know weekends only. */
    int knownUntil();
}
