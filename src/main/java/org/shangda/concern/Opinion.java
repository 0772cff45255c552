package org.shangda.concern;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.shangda.refusal.Refusal;

/** 协办意见: what a unit that was asked to assist says to the lead unit. */
@Entity
class Opinion {

    @Id
    @GeneratedValue(generator = "concern_seq")
    @SequenceGenerator(name = "concern_seq", sequenceName = "concern_seq")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Handling handling;

    private String unit;
    private String workItem;
    private String question;
    private Instant askedAt;
    private Instant dueAt;
    private String givenBy;
    private Instant givenAt;
    private String words;

    protected Opinion() {}

    /** @param due from when on it is listed; the lead need not wait for it */
    Opinion(Handling handling, String unit, String question, Instant at, Instant due) {
        this.handling = handling;
        this.unit = unit;
        this.question = question;
        this.askedAt = at;
        this.dueAt = due;
    }

    void offered(String task) {
        workItem = task;
    }

    void give(String text, String person, Instant at) {
        if (givenAt != null) {
            throw Refusal.conflict("opinion.given");
        }
        words = text;
        givenBy = person;
        givenAt = at;
    }

    Handling handling() {
        return handling;
    }

    String unit() {
        return unit;
    }

    /** What the lead unit asked, or why the Organization Department convened the units. */
    String question() {
        return question;
    }

    String workItem() {
        return workItem;
    }

    Instant askedAt() {
        return askedAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant givenAt() {
        return givenAt;
    }

    String words() {
        return words;
    }
}
