package org.shangda.contact;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.time.Instant;
import java.time.LocalDate;
import org.shangda.numbering.Digest;
import org.shangda.numbering.Numbered;
import org.shangda.programme.EventDuty;
import org.shangda.refusal.Refusal;

/**
 * 事件谈话: an occasion in a colleague's working life on which somebody has to talk to or visit them. The occasion says
 * something about the person, so it is told to the two and to nobody else; a diverted one is forgotten when the talk was
 * held.
 */
@Entity
class EventTalk extends Numbered {

    enum State {
        DUE,
        LATE,
        HELD,
        /** The follow-up found that it is not needed, or cannot be. */
        NOT_HELD
    }

    private String person;
    private String occasion;
    private String kind;
    private boolean diverted;
    private String programme;
    private String clause;
    private String talker;
    private String branch;
    private String college;
    private String arrangedBy;
    private Instant arrangedAt;
    private Instant remindAt;
    private Instant dueAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private LocalDate heldOn;
    private String way;
    private String reason;
    private String measure;
    private String followedUpBy;
    private Instant followedUpAt;
    private Instant endedAt;
    private String openKey;

    protected EventTalk() {}

    EventTalk(String number, String person, EventDuty duty, String programme, String talker) {
        super(number);
        this.person = person;
        this.occasion = duty.occasion();
        this.kind = duty.kind();
        this.diverted = duty.diverted();
        this.programme = programme;
        this.clause = duty.clause();
        this.talker = talker;
        this.state = State.DUE;
    }

    void arranged(String branch, String college, String by, Instant at) {
        this.branch = branch;
        this.college = college;
        this.arrangedBy = by;
        this.arrangedAt = at;
    }

    /** While it is to be held nobody arranges it a second time: {@code event_talk_once}. */
    @PrePersist
    @PreUpdate
    void key() {
        boolean open = state == State.DUE || state == State.LATE;
        openKey = open ? Digest.of(person, occasion, arrangedBy) : null;
    }

    void due(Instant remind, Instant due) {
        requireState(State.DUE, State.LATE);
        this.state = State.DUE;
        this.remindAt = remind;
        this.dueAt = due;
    }

    void late() {
        requireState(State.DUE);
        state = State.LATE;
    }

    void talkedToBy(String person) {
        talker = person;
    }

    void held(LocalDate on, String how, Instant at) {
        requireState(State.DUE);
        state = State.HELD;
        heldOn = on;
        way = how;
        end(at);
    }

    void followedUp(String why, String what, String by, Instant at) {
        requireState(State.LATE);
        reason = why;
        measure = what;
        followedUpBy = by;
        followedUpAt = at;
    }

    void notHeld(Instant at) {
        requireState(State.LATE);
        state = State.NOT_HELD;
        end(at);
    }

    /** What belongs to the discipline inspection is not kept here. */
    private void end(Instant at) {
        endedAt = at;
        if (diverted) {
            occasion = null;
            clause = "";
            diverted = false;
        }
    }

    private void requireState(State... allowed) {
        for (State one : allowed) {
            if (one == state) {
                return;
            }
        }
        throw Refusal.conflict("contact.not-in-this-state");
    }

    boolean isBetween(String somebody) {
        return person.equals(somebody) || talker.equals(somebody);
    }

    String person() {
        return person;
    }

    /** For the two only; null when it was dropped. */
    String occasion() {
        return occasion;
    }

    String kind() {
        return kind;
    }

    boolean isDiverted() {
        return diverted;
    }

    String clause() {
        return clause;
    }

    String talker() {
        return talker;
    }

    String branch() {
        return branch;
    }

    Instant arrangedAt() {
        return arrangedAt;
    }

    Instant remindAt() {
        return remindAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    State state() {
        return state;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    String way() {
        return way;
    }
}
