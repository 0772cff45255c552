package org.shangda.concern;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.time.LocalDate;
import org.shangda.programme.Outcome;

/** An item on the docket of one meeting, and what came of it there. It is kept when the item is put off. */
@Entity
class Hearing {

    @Id
    @GeneratedValue(generator = "concern_seq")
    @SequenceGenerator(name = "concern_seq", sequenceName = "concern_seq")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private AgendaItem item;

    private LocalDate meetsOn;
    private String submittedBy;
    private Instant submittedAt;
    private String signedBy;
    private Instant signedAt;
    private String sentBack;

    @Enumerated(EnumType.STRING)
    private Ruling ruling;

    private String leadUnit;

    @Column(name = "on_day")
    private LocalDate on;

    private String words;
    private String recordedBy;
    private Instant recordedAt;

    protected Hearing() {}

    Hearing(AgendaItem item, LocalDate meetsOn) {
        this.item = item;
        this.meetsOn = meetsOn;
    }

    void on(LocalDate day) {
        meetsOn = day;
    }

    void submitted(String person, Instant at) {
        submittedBy = person;
        submittedAt = at;
        sentBack = null;
    }

    void signed(String head, Instant at) {
        signedBy = head;
        signedAt = at;
    }

    void sentBack(String because) {
        submittedBy = null;
        submittedAt = null;
        sentBack = because;
    }

    void recorded(Ruling what, Agenda.Decision decision, String person, Instant at) {
        ruling = what;
        leadUnit = decision.unit();
        on = decision.on();
        words = decision.words();
        recordedBy = person;
        recordedAt = at;
    }

    AgendaItem item() {
        return item;
    }

    LocalDate meetsOn() {
        return meetsOn;
    }

    String submittedBy() {
        return submittedBy;
    }

    String signedBy() {
        return signedBy;
    }

    /** Why it was not signed; null where it was, or has been submitted anew. */
    String sentBack() {
        return sentBack;
    }

    /** Null before the meeting. */
    Ruling ruling() {
        return ruling;
    }

    String leadUnit() {
        return leadUnit;
    }

    /** The day of the decision. */
    LocalDate on() {
        return on;
    }

    /** Whether a visit waits for what comes of it, or has waited when that was recorded. */
    boolean hears(Handling visit) {
        if (visit.open()) {
            return visit.awaitsDecision();
        }
        // A visit that the ruling itself has ended says so: one that was withdrawn still stands at the agenda.
        return ruling != null
                && (visit.outcome() == Outcome.AGENDA
                        ? visit.endedAt().isAfter(recordedAt)
                        : !visit.endedAt().isBefore(recordedAt));
    }

    /** What was told to the colleagues. */
    String words() {
        return words;
    }
}
