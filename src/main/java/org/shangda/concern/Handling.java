package org.shangda.concern;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.shangda.calendar.Counting;
import org.shangda.calendar.Pause;
import org.shangda.programme.LevelDeadline;
import org.shangda.programme.LevelUnit;
import org.shangda.programme.Outcome;
import org.shangda.programme.Situation;
import org.shangda.refusal.Refusal;

/**
 * 办理: one visit of a concern to one level. Its dates are computed on entry and stored; timers and screens read them.
 */
@Entity
class Handling {

    @Id
    @GeneratedValue(generator = "concern_seq")
    @SequenceGenerator(name = "concern_seq", sequenceName = "concern_seq")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "number")
    private Concern concern;

    @Version
    private long version;

    private String level;
    private String stage;
    private String unit;

    @Embedded
    @AttributeOverride(name = "unit", column = @Column(name = "answering_unit"))
    @AttributeOverride(name = "people", column = @Column(name = "offered_to"))
    @AttributeOverride(name = "whole", column = @Column(name = "whole_unit"))
    private Asked asked;

    private String supervisor;
    private String workItem;
    private Instant enteredAt;
    private Instant receivedAt;
    private String receivedBy;

    @Embedded
    private Terms terms;

    private boolean supervised;
    private boolean hasPaused;

    @Convert(converter = Taken.Converter.class)
    private Taken taken = Taken.NOTHING;

    @Embedded
    private Proposal proposal;

    @Convert(converter = Outcome.Converter.class)
    private Outcome outcome;

    private Instant endedAt;
    private String clause;

    @OneToMany(mappedBy = "handling", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<HandlingPause> pauses = new ArrayList<>();

    protected Handling() {}

    Handling(Concern concern, Situation situation, String unit, Asked asked, Instant at) {
        this.concern = concern;
        this.level = situation.level();
        this.stage = situation.stage();
        this.unit = unit;
        this.asked = asked;
        this.enteredAt = at;
    }

    Handling ruledBy(LevelUnit rule, String supervisor, LevelDeadline deadline) {
        this.supervisor = supervisor;
        this.terms = new Terms(deadline.handleDays(), deadline.vacationsCount() || concern.isHazard());
        this.clause = rule.clause();
        return this;
    }

    // --- receiving and handling --------------------------------------------------------------------------------------

    /** The task through which it is worked on now. */
    void offered(String task) {
        workItem = task;
    }

    /** Others answer for the unit from now on; what somebody received who no longer does is to be received anew. */
    void offeredTo(Asked others) {
        asked = others;
        receivedBy = others.includes(receivedBy) ? receivedBy : null;
    }

    /** Whom it waits for, as it was last written down. */
    Asked asked() {
        return asked;
    }

    /** 签收. The first receipt counts; a later one within the same visit changes who works on it, not when. */
    void received(String person, Instant at) {
        receivedBy = person;
        if (receivedAt == null) {
            receivedAt = at;
        }
    }

    /** Kept until the head has approved it, or for good when no signature is asked for. */
    void propose(Proposal chosen) {
        requireOpen();
        proposal = chosen;
    }

    void reword(String words, String tried) {
        requireProposed();
        proposal = proposal.reworded(words, tried);
    }

    void sign(String head) {
        requireProposed();
        proposal = proposal.signed(head);
    }

    void sendBack() {
        requireProposed();
        proposal = proposal.withoutExit();
    }

    /** The exit takes effect. Some end the visit; the others leave it open, and nothing of them waits for a signature. */
    void take(Exit exit, Outcome leadsTo, Instant at) {
        requireOpen();
        taken = taken.with(proposal().code());
        outcome = leadsTo;
        workItem = null;
        if (leadsTo.endsTheVisit()) {
            endedAt = at;
            return;
        }
        proposal = proposal.withoutExit();
        if (exit == Exit.HAND_BACK) {
            receivedBy = null;
            terms.giveTo(null);
        }
    }

    /** Ends without an exit of its own: moved up, taken over or given away by whoever supervises. */
    void takenOff(Outcome by, Instant at) {
        requireOpen();
        outcome = by;
        abandon(at);
    }

    void abandon(Instant at) {
        if (open()) {
            endedAt = at;
            workItem = null;
            endPause(at);
        }
    }

    // --- its clock ---------------------------------------------------------------------------------------------------

    void pause(HandlingPause.Reason reason, Instant at) {
        requireOpen();
        hasPaused = true;
        pauses.add(new HandlingPause(this, at, reason));
    }

    void resume(Instant at) {
        if (!paused()) {
            throw Refusal.conflict("handling.not-waiting");
        }
        endPause(at);
    }

    private void endPause(Instant at) {
        pauses().stream().filter(HandlingPause::open).forEach(pause -> pause.end(at));
    }

    void extend(int newDays) {
        requireOpen();
        terms.extend(newDays);
    }

    /** The rule has changed meanwhile; the one extension that everybody may ask for is still open. */
    void given(int newDays) {
        requireOpen();
        terms.given(newDays);
    }

    void supervised(boolean isSupervised) {
        supervised = isSupervised;
    }

    /** Whether somebody on the supervision line has power over it now. */
    boolean supervised() {
        return supervised;
    }

    Terms terms() {
        return terms;
    }

    boolean paused() {
        // Touching the collection costs a query; most visits never pause.
        return hasPaused && pauses.stream().anyMatch(HandlingPause::open);
    }

    /** Whether it waits for the university's decision; reminder and deadline are then those of recording it. */
    boolean awaitsDecision() {
        return open() && outcome == Outcome.AGENDA;
    }

    List<HandlingPause> pauses() {
        return hasPaused ? Collections.unmodifiableList(pauses) : List.of();
    }

    List<Pause> clockPauses() {
        return pauses().stream().map(HandlingPause::asPause).toList();
    }

    Counting counting() {
        return new Counting(concern.raising().campus(), terms.vacationsCount());
    }

    // --- what is asked of it -----------------------------------------------------------------------------------------

    Situation situation() {
        return concern.situation(level, stage);
    }

    boolean open() {
        return endedAt == null;
    }

    boolean answered() {
        return outcome == Outcome.ANSWERED;
    }

    /** Whether another unit went on with it at the same level. */
    boolean handedOn() {
        return outcome != null && outcome.isHandedOn();
    }

    boolean proposed() {
        return open() && proposal().code() != null && proposal().signedBy() == null;
    }

    private void requireOpen() {
        if (!open()) {
            throw Refusal.conflict("handling.ended");
        }
    }

    private void requireProposed() {
        requireOpen();
        if (proposal().code() == null) {
            throw Refusal.conflict("handling.nothing-to-sign");
        }
    }

    int timesTaken(String exit) {
        return taken.times(exit);
    }

    Long id() {
        return id;
    }

    Concern concern() {
        return concern;
    }

    String level() {
        return level;
    }

    String stage() {
        return stage;
    }

    /** The unit that the level's rule names. */
    String unit() {
        return unit;
    }

    /** The unit that really answers; another one than {@link #unit()} when that one's posts are vacant. */
    String answeringUnit() {
        return asked.unit();
    }

    String supervisor() {
        return supervisor;
    }

    String workItem() {
        return workItem;
    }

    Instant enteredAt() {
        return enteredAt;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    String receivedBy() {
        return receivedBy;
    }

    /** The exit that was chosen last. */
    Proposal proposal() {
        return proposal == null ? Proposal.NONE : proposal;
    }

    Outcome outcome() {
        return outcome;
    }

    Instant endedAt() {
        return endedAt;
    }

    String clause() {
        return clause;
    }
}
