package org.shangda.concern;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** A day on which the calendar of meetings differs from the two days of each month. */
@Entity
class MeetingDay {

    @Id
    @GeneratedValue(generator = "concern_seq")
    @SequenceGenerator(name = "concern_seq", sequenceName = "concern_seq")
    private Long id;

    @Version
    private long version;

    private LocalDate meetsOn;
    private boolean held;

    protected MeetingDay() {}

    MeetingDay(LocalDate meetsOn, boolean held) {
        this.meetsOn = meetsOn;
        this.held = held;
    }

    void held(boolean isHeld) {
        held = isHeld;
    }

    LocalDate meetsOn() {
        return meetsOn;
    }

    /** Whether the university meets then; false for a day that is struck out. */
    boolean held() {
        return held;
    }
}
