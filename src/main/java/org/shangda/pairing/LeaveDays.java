package org.shangda.pairing;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A stored {@link Leave}. */
@Entity
@Table(name = "pairing_leave")
class LeaveDays {

    @Id
    @GeneratedValue(generator = "pairing_seq")
    @SequenceGenerator(name = "pairing_seq", sequenceName = "pairing_seq")
    private Long id;

    private LocalDate fromDay;
    private LocalDate toDay;

    protected LeaveDays() {}

    LeaveDays(Leave leave) {
        fromDay = leave.from();
        toDay = leave.to();
    }

    Leave leave() {
        return new Leave(fromDay, toDay);
    }
}
