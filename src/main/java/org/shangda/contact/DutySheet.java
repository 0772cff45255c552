package org.shangda.contact;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.shangda.numbering.Numbered;
import org.shangda.pairing.Pair;
import org.shangda.programme.ContactDuty;
import org.shangda.refusal.Refusal;

/** 联系任务: what one carrier owes in one period, for all pairs together. Every transition is guarded here. */
@Entity
class DutySheet extends Numbered {

    /** Where a sheet stands. */
    enum State {
        /** Under way. */
        OPEN,
        /** Everything was done. */
        DISCHARGED,
        /** The period is over and a duty was not done: to be followed up. */
        MISSED,
        /** Why, and what comes of it, is on record. */
        FOLLOWED_UP,
        /** Nobody followed it up in time. */
        SHOWN_TO_COLLEGE,
        /** Over: what was missed was advice, nothing was owed any longer, or the college has seen it. */
        CLOSED
    }

    private String carrier;
    private String period;
    private String periodKind;
    private LocalDate fromDay;
    private LocalDate toDay;
    private String branch;
    private String college;
    private boolean leader;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant openedAt;
    private Instant dueAt;
    private Instant remindAt;
    private Instant closesAt;
    private Instant remindedAt;
    private Instant followUpBy;
    private String reason;
    private String measure;
    private LocalDate newDay;
    private String followedUpBy;
    private Instant followedUpAt;
    private String lookedMeasure;
    private String lookedBy;
    private Instant lookedAt;
    private Instant endedAt;

    @OneToMany(mappedBy = "sheet", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Owed> rows = new ArrayList<>();

    protected DutySheet() {}

    DutySheet(String number, String carrier, Period period, Instant at) {
        super(number);
        this.carrier = carrier;
        this.period = period.code();
        this.periodKind = period.kind();
        this.fromDay = period.from();
        this.toDay = period.to();
        this.state = State.OPEN;
        this.openedAt = at;
    }

    /** @param branch the carrier's own branch, null for somebody who has left; whose unit follows up what is missed */
    void belongsTo(String branch, String college) {
        this.branch = branch;
        this.college = college;
    }

    void dates(Instant remind, Instant due, Instant closes) {
        this.remindAt = remind;
        this.dueAt = due;
        this.closesAt = closes;
    }

    // --- what is owed ------------------------------------------------------------------------------------------------

    /** @return whether it was not owed before */
    boolean owe(Pair pair, ContactDuty duty, String programme) {
        leader |= !pair.relation().equals("member-person");
        for (Owed row : rows) {
            if (row.isOf(pair.number(), duty.kind())) {
                boolean released = row.isReleased();
                row.owedAgain();
                return released;
            }
        }
        rows.add(new Owed(this, pair, duty, programme));
        return true;
    }

    /**
     * The pair has ended, rests or has another carrier: what was done stays, what is outstanding is owed no longer.
     *
     * @param but kinds that are owed all the same
     * @return whether something was outstanding
     */
    boolean release(String pair, Set<String> but, LocalDate on) {
        List<Owed> released = rows.stream()
                .filter(row -> row.pairing().equals(pair) && row.isOutstanding() && !but.contains(row.kind()))
                .toList();
        released.forEach(row -> row.release(on));
        return !released.isEmpty();
    }

    /**
     * Counts what took place in the period, whoever carried the pair then. A contact discharges one kind, and with it the
     * kinds that may be discharged together; what is beyond that counts for nothing.
     */
    void count(Collection<Contact> contacts) {
        rows.forEach(Owed::countAnew);
        contacts.stream()
                .filter(contact ->
                        !contact.heldOn().isBefore(fromDay) && !contact.heldOn().isAfter(toDay))
                .sorted(Comparator.comparing(Contact::heldOn).thenComparing(Contact::id))
                .forEach(this::count);
    }

    private void count(Contact contact) {
        List<Owed> possible = rows.stream()
                .filter(row -> row.pairing().equals(contact.pairing()) && row.accepts(contact.way()))
                .sorted(Comparator.comparingInt(Owed::choice))
                .toList();
        if (!possible.isEmpty()) {
            Owed first = possible.get(0);
            possible.stream()
                    .filter(row -> row == first || row.isTogetherWith(first))
                    .forEach(Owed::count);
        }
    }

    boolean everythingDone() {
        return rows.stream().noneMatch(Owed::isOutstanding);
    }

    // --- its way -----------------------------------------------------------------------------------------------------

    void reminded(Instant at) {
        requireState(State.OPEN);
        remindedAt = at;
    }

    /** Everything is done; or nothing is owed any longer, because the pairs have ended or others carry them. */
    void settle(Instant at) {
        requireState(State.OPEN);
        state = rows.stream().allMatch(Owed::isReleased) ? State.CLOSED : State.DISCHARGED;
        endedAt = at;
    }

    /** A pair has come while the period lasts. */
    void reopen() {
        requireState(State.DISCHARGED, State.CLOSED);
        state = State.OPEN;
        endedAt = null;
    }

    /** @return whether a duty was missed; a missed advice is a hint and nothing follows */
    boolean close(Instant at, Instant followUpBy) {
        requireState(State.OPEN);
        if (everythingDone()) {
            settle(at);
            return false;
        }
        if (rows.stream().noneMatch(row -> row.isOutstanding() && row.isDuty())) {
            state = State.CLOSED;
            endedAt = at;
            return false;
        }
        state = State.MISSED;
        this.followUpBy = followUpBy;
        return true;
    }

    void followUp(String reason, String measure, LocalDate newDay, String by, Instant at) {
        requireState(State.MISSED);
        this.state = State.FOLLOWED_UP;
        this.reason = reason;
        this.measure = measure;
        this.newDay = newDay;
        this.followedUpBy = by;
        this.followedUpAt = at;
        this.endedAt = at;
    }

    void showToCollege() {
        requireState(State.MISSED);
        state = State.SHOWN_TO_COLLEGE;
    }

    void look(String measure, String by, Instant at) {
        requireState(State.SHOWN_TO_COLLEGE);
        this.state = State.CLOSED;
        this.lookedMeasure = measure;
        this.lookedBy = by;
        this.lookedAt = at;
        this.endedAt = at;
    }

    void requireState(State... allowed) {
        if (Arrays.stream(allowed).noneMatch(one -> one == state)) {
            throw Refusal.conflict("contact.not-in-this-state");
        }
    }

    // --- what is asked of it -----------------------------------------------------------------------------------------

    Period period() {
        return new Period(periodKind, period, fromDay, toDay);
    }

    /** What is or was owed by this carrier. */
    List<Owed> rows() {
        return rows.stream().filter(row -> !row.isReleased()).toList();
    }

    List<Owed> allRows() {
        return Collections.unmodifiableList(rows);
    }

    List<Owed> outstanding() {
        return rows.stream().filter(Owed::isOutstanding).toList();
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    String carrier() {
        return carrier;
    }

    String branch() {
        return branch;
    }

    String college() {
        return college;
    }

    /** Whether a leader's contacts are on it: who arranges those follows them up. */
    boolean isLeaders() {
        return leader;
    }

    boolean wasReminded() {
        return remindedAt != null;
    }

    State state() {
        return state;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant remindAt() {
        return remindAt;
    }

    Instant closesAt() {
        return closesAt;
    }

    Instant followUpBy() {
        return followUpBy;
    }

    String reason() {
        return reason;
    }

    String measure() {
        return measure;
    }

    LocalDate newDay() {
        return newDay;
    }
}
