package org.shangda.concern;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import org.shangda.refusal.Refusal;

/** 督办: a unit on the supervision line has power over a late handling until it has decided or the handling ends. */
@Entity
class Supervision {

    /** Why it was opened. */
    enum Reason {
        NOT_RECEIVED("not-received"),
        OVERDUE("overdue"),
        /** The university has met, and nobody has recorded what it decided. */
        NOT_DECIDED("not-decided");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        static Reason of(Handling late, boolean overdue) {
            return !overdue ? NOT_RECEIVED : late.awaitsDecision() ? NOT_DECIDED : OVERDUE;
        }

        String code() {
            return code;
        }
    }

    @Id
    @GeneratedValue(generator = "concern_seq")
    @SequenceGenerator(name = "concern_seq", sequenceName = "concern_seq")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Handling handling;

    @Version
    private long version;

    private String unit;
    private String workItem;
    private String reason;
    private Instant openedAt;
    private Instant until;
    private boolean urged;
    private int silences;
    private boolean withLeader;
    private boolean leaderReminded;
    private String decision;
    private String decidedBy;
    private Instant decidedAt;

    /** The handling's id while it lasts: {@code supervision_once}. */
    private Long openHandling;

    protected Supervision() {}

    Supervision(Handling handling, SupervisionLine.Rung rung, Reason reason, Instant at, Instant until) {
        this.handling = handling;
        this.openHandling = handling.id();
        this.unit = rung.unit();
        this.withLeader = rung.leader();
        this.reason = reason.code;
        this.openedAt = at;
        this.until = until;
    }

    void offered(String task) {
        workItem = task;
    }

    void urge() {
        requireOpen();
        if (urged) {
            throw Refusal.conflict("supervision.urged-already");
        }
        urged = true;
    }

    /** Its time has passed without a decision. @return how often that has happened */
    int silent() {
        requireOpen();
        return ++silences;
    }

    /** Somebody further up supervises from now on, and may urge in their turn. */
    void climbTo(SupervisionLine.Rung rung) {
        requireOpen();
        unit = rung.unit();
        withLeader = rung.leader();
        urged = false;
    }

    /** @return whether the leader has not been reminded before */
    boolean remindLeader() {
        requireOpen();
        boolean first = !leaderReminded;
        leaderReminded = true;
        return first;
    }

    void lasts(Instant newUntil) {
        requireOpen();
        until = newUntil;
    }

    void decide(String code, String person, Instant at) {
        requireOpen();
        decision = code;
        openHandling = null;
        decidedBy = person;
        decidedAt = at;
    }

    private void requireOpen() {
        if (decision != null) {
            throw Refusal.conflict("supervision.decided");
        }
    }

    boolean urged() {
        return urged;
    }

    Handling handling() {
        return handling;
    }

    /** The unit that supervises now; the university while a leader does. */
    String unit() {
        return unit;
    }

    /** Whether a leader decides, after whom nobody comes. */
    boolean withLeader() {
        return withLeader;
    }

    SupervisionLine.Rung rung() {
        return new SupervisionLine.Rung(unit, withLeader);
    }

    /** Whether it was opened because nobody had received the concern, and somebody has. */
    boolean receivedSince() {
        return reason.equals(Reason.NOT_RECEIVED.code) && handling.receivedAt() != null;
    }

    String workItem() {
        return workItem;
    }

    String reason() {
        return reason;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant until() {
        return until;
    }

    String decision() {
        return decision;
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
