package org.shangda.contact;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.shangda.numbering.Numbered;
import org.shangda.refusal.Refusal;

/**
 * A few words about a contact. The two see them at once; nobody else does until the colleague, or a linked branch's
 * recorder, has confirmed them. What is struck or expires loses its words at once and for good.
 */
@Entity
@Table(name = "contact_note")
class Note extends Numbered {

    enum State {
        PROPOSED,
        CONFIRMED,
        STRUCK,
        EXPIRED
    }

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "contact_id")
    private Contact contact;

    @Enumerated(EnumType.STRING)
    private State state;

    private String words;
    private String writtenBy;
    private String confirms;
    private Instant expiresAt;
    private Instant proposedAt;
    private String decidedBy;
    private Instant decidedAt;

    protected Note() {}

    /** @param expiresAt end of the semester; null for a linked branch, whose records do not expire */
    Note(
            String number,
            Contact contact,
            String words,
            String writtenBy,
            String confirms,
            Instant expiresAt,
            Instant at) {
        super(number);
        this.contact = contact;
        this.state = State.PROPOSED;
        this.words = words;
        this.writtenBy = writtenBy;
        this.confirms = confirms;
        this.expiresAt = expiresAt;
        this.proposedAt = at;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    void confirm(String by, Instant at) {
        decide(State.CONFIRMED, by, at);
    }

    void correct(String corrected, String by, Instant at) {
        decide(State.CONFIRMED, by, at);
        words = corrected;
    }

    void strike(String by, Instant at) {
        decide(State.STRUCK, by, at);
        words = null;
    }

    void expire(Instant at) {
        decide(State.EXPIRED, null, at);
        words = null;
    }

    private void decide(State next, String by, Instant at) {
        if (state != State.PROPOSED) {
            throw Refusal.conflict("note.decided");
        }
        state = next;
        decidedBy = by;
        decidedAt = at;
    }

    /** Others confirm for the branch from now on. */
    void confirmedBy(String person) {
        confirms = person;
    }

    boolean isConfirmed() {
        return state == State.CONFIRMED;
    }

    Contact contact() {
        return contact;
    }

    State state() {
        return state;
    }

    /** Null when it was struck or has expired. */
    String words() {
        return words;
    }

    String writtenBy() {
        return writtenBy;
    }

    String confirms() {
        return confirms;
    }

    /** Null for what does not expire. */
    Instant expiresAt() {
        return expiresAt;
    }
}
