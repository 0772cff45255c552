package org.shangda.university;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Stands at noon of a day that the test chooses. */
class MovableClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private volatile LocalDate day;

    MovableClock(LocalDate day) {
        this.day = day;
    }

    void set(LocalDate next) {
        day = next;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }
}
