package org.shangda.pairing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.shangda.numbering.Keyed;

/**
 * Whether a colleague wants to be asked (Z09): 「在充分尊重群众意愿的基础上」. After two declined proposals nobody asks for a
 * year (暂不结对), unless the colleague does.
 */
@Entity
class Willingness extends Keyed<String> {

    static final int DECLINES = 2;
    static final int YEARS = 1;

    @Id
    private String person;

    @Version
    private long version;

    private int declines;
    private LocalDate pausedUntil;

    protected Willingness() {}

    Willingness(String person) {
        super(true);
        this.person = person;
    }

    void declined(LocalDate day) {
        if (pausedUntil != null && !day.isBefore(pausedUntil)) {
            asks();
        }
        declines++;
        if (declines >= DECLINES) {
            pausedUntil = day.plusYears(YEARS);
        }
    }

    /** The colleague asks, or agrees: what was declined before counts no longer. */
    void asks() {
        declines = 0;
        pausedUntil = null;
    }

    boolean pausedOn(LocalDate day) {
        return pausedUntil != null && day.isBefore(pausedUntil);
    }

    boolean hasDeclined() {
        return declines > 0;
    }

    String person() {
        return person;
    }

    LocalDate pausedUntil() {
        return pausedUntil;
    }

    @Override
    public String getId() {
        return person;
    }
}
