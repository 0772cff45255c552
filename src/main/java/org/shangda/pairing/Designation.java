package org.shangda.pairing;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;

/**
 * What the arranging unit has found somebody to be: a category of the tables, or {@link #TALENT}. The code says under
 * which clause somebody is eligible, never the circumstances behind it.
 */
@Entity
class Designation {

    /** 党员高层次人才: one of the posts in {@code pairing-eligibility}. */
    static final String TALENT = "talent";

    @Id
    @GeneratedValue(generator = "pairing_seq")
    @SequenceGenerator(name = "pairing_seq", sequenceName = "pairing_seq")
    private Long id;

    private String person;
    private String category;
    private String givenBy;
    private LocalDate givenOn;

    protected Designation() {}

    Designation(String person, String category, String by, LocalDate on) {
        this.person = person;
        this.category = category;
        this.givenBy = by;
        this.givenOn = on;
    }

    String person() {
        return person;
    }

    String category() {
        return category;
    }
}
