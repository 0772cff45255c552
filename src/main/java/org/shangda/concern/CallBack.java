package org.shangda.concern;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.shangda.numbering.Numbered;
import org.shangda.programme.CallBackRule;
import org.shangda.refusal.Refusal;

/** 回访: another unit asks a colleague whether the answer was what it said. Drawn, not chosen; asked once. */
@Entity
@Table(name = "call_back")
class CallBack extends Numbered {

    private String concern;
    private String period;
    private String unit;
    private String answeredBy;
    private String clause;
    private Instant drawnAt;
    private Instant dueAt;
    private Instant calledAt;
    private String calledBy;
    private String reached;

    @Convert(converter = StoredCode.class)
    private String rating;

    private String promise;

    @Column(name = "again")
    private boolean handledAgain;

    private String note;

    protected CallBack() {}

    /** @param of the month of the answer, and the unit that calls; @param answeredBy code of the unit that answered */
    CallBack(
            String number,
            String concern,
            CallBackDraw.Of of,
            String answeredBy,
            CallBackRule rule,
            Instant at,
            Instant dueAt) {
        super(number);
        this.concern = concern;
        this.period = of.period();
        this.unit = of.unit();
        this.answeredBy = answeredBy;
        this.clause = rule.clause();
        this.drawnAt = at;
        this.dueAt = dueAt;
    }

    /** @param input checked; only the note is kept of who was not reached */
    void called(String person, CallBackService.Call input, Instant at) {
        if (calledAt != null) {
            throw Refusal.conflict("call-back.done");
        }
        calledAt = at;
        calledBy = person;
        reached = input.reached();
        note = input.note();
        if (CallBackService.wasReached(input)) {
            rating = input.rating();
            promise = input.promise();
            handledAgain = Boolean.TRUE.equals(input.again());
        }
    }

    boolean handledAgain() {
        return handledAgain;
    }

    /** Number of the concern. */
    String concern() {
        return concern;
    }

    String unit() {
        return unit;
    }

    String clause() {
        return clause;
    }

    Instant dueAt() {
        return dueAt;
    }
}
