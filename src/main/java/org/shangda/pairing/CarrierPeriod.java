package org.shangda.pairing;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Days on which somebody carried a pair. */
@Entity
@Table(name = "pairing_carrier")
class CarrierPeriod {

    @Id
    @GeneratedValue(generator = "pairing_seq")
    @SequenceGenerator(name = "pairing_seq", sequenceName = "pairing_seq")
    private Long id;

    private String person;
    private LocalDate fromDay;
    private LocalDate toDay;

    protected CarrierPeriod() {}

    CarrierPeriod(String person, LocalDate from) {
        this.person = person;
        this.fromDay = from;
    }

    void end(LocalDate day) {
        toDay = day.isBefore(fromDay) ? fromDay : day;
    }

    boolean lasts() {
        return toDay == null;
    }

    String person() {
        return person;
    }

    LocalDate from() {
        return fromDay;
    }

    /** First day without it, null while it lasts. */
    LocalDate to() {
        return toDay;
    }
}
