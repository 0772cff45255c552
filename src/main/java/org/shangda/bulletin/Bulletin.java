package org.shangda.bulletin;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.shangda.numbering.Digest;
import org.shangda.numbering.Numbered;
import org.shangda.refusal.Refusal;

/**
 * What a unit tells everybody in it, or in a unit below it, until a day. Retracted it is hidden, and kept with who did that,
 * when and why.
 */
@Entity
@Table(name = "bulletin")
class Bulletin extends Numbered {

    private String title;
    private String words;
    private String issuer;
    private String audience;
    private LocalDate lastDay;
    private String publishedBy;
    private Instant publishedAt;
    private String retractedBy;
    private Instant retractedAt;
    private String reason;

    protected Bulletin() {}

    /**
     * @param issuer code of the unit in whose name it is published
     * @param audience code of the unit whose people read it, with everybody below it
     * @param lastDay the last on which it is shown
     */
    Bulletin(
            String number,
            String title,
            String words,
            String issuer,
            String audience,
            LocalDate lastDay,
            String by,
            Instant at) {
        super(number);
        this.title = title;
        this.words = words;
        this.issuer = issuer;
        this.audience = audience;
        this.lastDay = lastDay;
        this.publishedBy = by;
        this.publishedAt = at;
    }

    void extend(LocalDate day) {
        requireNotRetracted();
        if (!day.isAfter(lastDay)) {
            throw Refusal.invalid("bulletin.not-longer", lastDay);
        }
        lastDay = day;
    }

    void retract(String by, Instant at, String because) {
        requireNotRetracted();
        retractedBy = by;
        retractedAt = at;
        reason = because;
    }

    private void requireNotRetracted() {
        if (isRetracted()) {
            throw Refusal.conflict("bulletin.retracted", number());
        }
    }

    boolean isRetracted() {
        return retractedAt != null;
    }

    boolean isShownOn(LocalDate day) {
        return !isRetracted() && !day.isAfter(lastDay);
    }

    /** Stands for a reader, so that nobody is counted twice and no list of names is kept that somebody could ask for. */
    String mark(String person) {
        return Digest.of(number(), person);
    }

    String title() {
        return title;
    }

    String words() {
        return words;
    }

    String issuer() {
        return issuer;
    }

    String audience() {
        return audience;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    String publishedBy() {
        return publishedBy;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    /** Null for one that was not retracted; so are {@link #retractedAt} and {@link #reason}. */
    String retractedBy() {
        return retractedBy;
    }

    Instant retractedAt() {
        return retractedAt;
    }

    String reason() {
        return reason;
    }
}
