package org.shangda.reporting;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import org.shangda.numbering.Numbered;
import org.shangda.refusal.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** 学期总结 of one member or unit. Every transition is guarded here. */
@Entity
class Summary extends Numbered {

    enum State {
        /** Being written; its figures are today's. */
        DRAFT,
        /** With the tier above; its figures are those of that day. */
        HANDED_UP,
        /** To be corrected; its figures are today's again. */
        SENT_BACK,
        /** Read and accepted by the tier above, or the end of the line. */
        ACCEPTED
    }

    private String term;

    @Convert(converter = TierConverter.class)
    private Tier tier;

    private String unit;
    private String person;
    private String programme;
    private String superior;
    private String clause;

    @Enumerated(EnumType.STRING)
    private State state;

    private String practice;
    private String problems;
    private String plans;
    private String remark;
    private Instant openedAt;
    private Instant dueAt;
    private boolean overdue;
    private String handedUpBy;
    private Instant handedUpAt;
    private String reviewedBy;
    private Instant reviewedAt;

    protected Summary() {}

    /** @param person empty for a unit's */
    Summary(String number, String term, Tier tier, String unit, String person, Instant openedAt, Instant dueAt) {
        super(number);
        this.term = term;
        this.tier = tier;
        this.unit = unit;
        this.person = person;
        this.state = State.DRAFT;
        this.openedAt = openedAt;
        this.dueAt = dueAt;
    }

    /** @param superior code of the unit that it is handed up to, null where it ends */
    void follows(String programme, String clause, String superior) {
        this.programme = programme;
        this.clause = clause;
        this.superior = superior;
    }

    // --- its way -----------------------------------------------------------------------------------------------------

    void requireBeingWritten() {
        requireState(State.DRAFT, State.SENT_BACK);
    }

    void handUp(String practice, String problems, String plans, String by, Instant at) {
        requireBeingWritten();
        this.practice = practice;
        this.problems = problems;
        this.plans = plans;
        this.handedUpBy = by;
        this.handedUpAt = at;
        this.overdue = false;
        this.state = superior == null ? State.ACCEPTED : State.HANDED_UP;
    }

    void accept(String remark, String by, Instant at) {
        review(State.ACCEPTED, remark, by, at);
    }

    /** @param due when it is to be back */
    void sendBack(String remark, String by, Instant at, Instant due) {
        review(State.SENT_BACK, remark, by, at);
        dueAt = due;
    }

    private void review(State next, String words, String by, Instant at) {
        requireState(State.HANDED_UP);
        state = next;
        remark = words;
        reviewedBy = by;
        reviewedAt = at;
    }

    void late() {
        requireBeingWritten();
        overdue = true;
    }

    private void requireState(State... allowed) {
        if (Arrays.stream(allowed).noneMatch(one -> one == state)) {
            throw Refusal.conflict(
                    "summary.not-in-this-state",
                    new DefaultMessageSourceResolvable(new String[] {"summary.state." + state.name()}, state.name()));
        }
    }

    // --- what is asked of it -----------------------------------------------------------------------------------------

    /** Whether its figures are those of the day on which it was handed up. */
    boolean isFrozen() {
        return state == State.HANDED_UP || state == State.ACCEPTED;
    }

    boolean isOfMember() {
        return tier == Tier.MEMBER;
    }

    String term() {
        return term;
    }

    Tier tier() {
        return tier;
    }

    String unit() {
        return unit;
    }

    String person() {
        return person;
    }

    String superior() {
        return superior;
    }

    String clause() {
        return clause;
    }

    State state() {
        return state;
    }

    String practice() {
        return practice;
    }

    String problems() {
        return problems;
    }

    String plans() {
        return plans;
    }

    String remark() {
        return remark;
    }

    Instant dueAt() {
        return dueAt;
    }

    boolean overdue() {
        return overdue;
    }

    String handedUpBy() {
        return handedUpBy;
    }

    Instant handedUpAt() {
        return handedUpAt;
    }

    /** Stored under its code, which the decision table uses. */
    static class TierConverter implements AttributeConverter<Tier, String> {

        @Override
        public String convertToDatabaseColumn(Tier tier) {
            return tier.code();
        }

        @Override
        public Tier convertToEntityAttribute(String code) {
            return Tier.of(code).orElseThrow();
        }
    }
}
