package org.shangda.concern;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.shangda.calendar.Pause;

/** A time during which a level's clock stands still; for some reasons the whole case's clock stands still with it. */
@Entity
class HandlingPause {

    /** Why a clock stands still. */
    enum Reason {
        /** The colleague was asked for something: both clocks stand. */
        ASKED_COLLEAGUE("asked-colleague", true),
        /** Explained, to be taken up again on a date: the level's clock stands, the case's goes on. */
        EXPLAINED("explained", false),
        /** Waits for the university's decision: the level's clock stands, the case's goes on. */
        AGENDA("agenda", false);

        private final String code;
        private final boolean wholeCase;

        Reason(String code, boolean wholeCase) {
            this.code = code;
            this.wholeCase = wholeCase;
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

    private Instant fromAt;
    private Instant toAt;
    private String reason;
    private boolean wholeCase;

    protected HandlingPause() {}

    HandlingPause(Handling handling, Instant from, Reason reason) {
        this.handling = handling;
        this.fromAt = from;
        this.reason = reason.code;
        this.wholeCase = reason.wholeCase;
    }

    boolean open() {
        return toAt == null;
    }

    void end(Instant at) {
        toAt = at;
    }

    boolean wholeCase() {
        return wholeCase;
    }

    Pause asPause() {
        return new Pause(fromAt, toAt, reason);
    }
}
