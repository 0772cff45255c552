package org.shangda.pairing;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** One pair of a wave, before it is sent out. */
@Entity
@Table(name = "pairing_wave_row")
class WaveRow {

    @Id
    @GeneratedValue(generator = "pairing_seq")
    @SequenceGenerator(name = "pairing_seq", sequenceName = "pairing_seq")
    private Long id;

    private int position;
    private String colleague;
    private String carrier;
    private String category;
    private LocalDate since;
    private String why;
    private String whyArgument;
    private boolean kept;

    protected WaveRow() {}

    /**
     * @param partner staff number of the colleague, or code of the linked branch
     * @param carrier staff number, or null where the rules leave nobody
     * @param since first day of an existing pair, or null
     */
    WaveRow(String partner, String carrier, String category, LocalDate since, boolean kept) {
        this.colleague = partner;
        this.carrier = carrier;
        this.category = category;
        this.since = since;
        this.kept = kept;
    }

    WaveRow because(String why, String argument) {
        this.why = why;
        this.whyArgument = argument;
        return this;
    }

    WaveRow at(int position) {
        this.position = position;
        return this;
    }

    String partner() {
        return colleague;
    }

    String carrier() {
        return carrier;
    }

    String category() {
        return category;
    }

    LocalDate since() {
        return since;
    }

    String why() {
        return why;
    }

    String whyArgument() {
        return whyArgument;
    }

    boolean kept() {
        return kept;
    }
}
