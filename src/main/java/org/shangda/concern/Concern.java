package org.shangda.concern;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.numbering.Numbered;
import org.shangda.programme.Outcome;
import org.shangda.programme.Situation;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** 反映事项: what a colleague wants settled, on its way up. Every transition is guarded here. */
@Entity
class Concern extends Numbered {

    /** Where a concern stands. */
    enum State {
        /** Some unit is working on it. */
        OPEN,
        /** Answered; the colleague is asked to rate the answer. */
        ANSWERED,
        /** Settled and rated, or left unrated. */
        CLOSED,
        /** Taken back by the colleague. */
        WITHDRAWN
    }

    @Embedded
    private Raising raising;

    @Convert(converter = StoredCode.class)
    private String travel;

    @Convert(converter = StandAside.Converter.class)
    private StandAside standAside;

    @Enumerated(EnumType.STRING)
    private State state;

    private String referredUnit;
    private String nextUnit;

    @Convert(converter = CodeList.class)
    private List<String> assistingUnits = List.of();

    @Column(name = "returns")
    private int timesReturned;

    private boolean adjudicated;
    private boolean questioned;
    private Instant urgedAt;
    private int dissatisfactions;

    @Convert(converter = StoredCode.class)
    private String rating;

    private Instant answeredAt;
    private Instant closedAt;

    @OneToMany(mappedBy = "concern")
    @OrderBy("id")
    private List<Handling> handlings = new ArrayList<>();

    protected Concern() {}

    Concern(String number, RaiseConcern raise, StandAside standAside, Instant at) {
        super(number);
        this.raising = new Raising(raise, at);
        if (!Travel.KIND.takes(raise.travel())) {
            throw Inputs.unknown("travel");
        }
        this.travel = raise.travel();
        this.standAside = standAside;
        this.state = State.OPEN;
        if (raising.isHazard() && !mayTravel()) {
            throw Refusal.invalid("concern.hazard-must-travel");
        }
    }

    /** What was raised, by whom, for whom and where. */
    Raising raising() {
        return raising;
    }

    boolean isHazard() {
        return raising.isHazard();
    }

    // --- its way -----------------------------------------------------------------------------------------------------

    Handling enter(Handling handling) {
        requireState(State.OPEN, State.ANSWERED);
        state = State.OPEN;
        handlings.add(handling);
        return handling;
    }

    /** The unit named for the next level that routes, and units asked to assist it from the start. */
    void refer(String unit, List<String> assisting) {
        requireState(State.OPEN);
        referredUnit = unit;
        assistingUnits = assisting;
    }

    /** The level it is at is to be handled by another unit, whatever the level's rule says. */
    void handTo(String unit) {
        requireState(State.OPEN);
        nextUnit = unit;
    }

    /** Takes what was said about the next unit; it is said for one visit only. */
    String takeNextUnit(boolean routed) {
        String unit = nextUnit != null ? nextUnit : routed ? referredUnit : null;
        nextUnit = null;
        if (routed) {
            referredUnit = null;
        }
        return unit;
    }

    void returned(String responsibleUnit) {
        requireState(State.OPEN);
        timesReturned++;
        referredUnit = responsibleUnit;
    }

    /** The assigning office decided; its choice cannot be returned. */
    void adjudicated(String unit) {
        requireState(State.OPEN);
        adjudicated = true;
        referredUnit = unit;
    }

    boolean returnable() {
        return !adjudicated;
    }

    boolean returnedTwice() {
        return timesReturned >= 2;
    }

    /** The department is asked once to complete its answer. */
    boolean questionable() {
        return !questioned;
    }

    void questioned() {
        requireState(State.OPEN);
        if (!questionable()) {
            throw Refusal.conflict("concern.questioned-already");
        }
        questioned = true;
    }

    void answered(Instant at) {
        requireState(State.OPEN);
        state = State.ANSWERED;
        answeredAt = at;
    }

    /** An administrator starts it anew at a level: what is under way ends, and what was said of the next unit is void. */
    void putBack(Instant at) {
        requireState(State.OPEN, State.ANSWERED);
        state = State.OPEN;
        handlings.stream().filter(Handling::open).forEach(handling -> handling.takenOff(Outcome.PUT_BACK, at));
        nextUnit = null;
        referredUnit = null;
        assistingUnits = null;
    }

    // --- the colleague -----------------------------------------------------------------------------------------------

    void urged(Instant at) {
        requireState(State.OPEN);
        urgedAt = at;
    }

    void travels(Travel wanted) {
        requireState(State.OPEN, State.ANSWERED);
        if (wanted.equals(travel())) {
            throw Refusal.invalid("concern.travels-so-already");
        }
        if (wanted.staysWithTheFirstReceiver() && (raising.isHazard() || handlings.size() > 1)) {
            throw Refusal.conflict("concern.has-travelled");
        }
        travel = wanted.code();
    }

    /** @return whether it is closed, handled again, or reviewed one step up */
    Verdict rate(Rating given, Instant at) {
        requireState(State.ANSWERED);
        rating = given.code();
        if (!given.isDissatisfied()) {
            close(at);
            return Verdict.CLOSED;
        }
        dissatisfactions++;
        if (raising.type().isSuggestion() || dissatisfactions > 1 && !mayTravel()) {
            close(at);
            return Verdict.CLOSED;
        }
        return dissatisfactions == 1 ? Verdict.AGAIN : Verdict.REVIEW;
    }

    /** The written answer of the review closes it as 不满意结案. */
    void reviewed(Instant at) {
        requireState(State.OPEN);
        close(at);
    }

    /** 回访 has found that it is not settled: what was said of the answer is void, and it counts as a 不满意. */
    void reopened() {
        requireState(State.CLOSED);
        rating = null;
        dissatisfactions++;
        state = State.OPEN;
        closedAt = null;
    }

    void unrated(Instant at) {
        requireState(State.ANSWERED);
        rating = Rating.UNRATED.code();
        close(at);
    }

    void withdraw(Instant at) {
        requireState(State.OPEN, State.ANSWERED);
        state = State.WITHDRAWN;
        closedAt = at;
        handlings.forEach(handling -> handling.abandon(at));
    }

    private void close(Instant at) {
        state = State.CLOSED;
        closedAt = at;
    }

    void requireState(State... allowed) {
        if (Arrays.stream(allowed).noneMatch(one -> one == state)) {
            throw Refusal.conflict(
                    "concern.not-in-this-state",
                    new DefaultMessageSourceResolvable(new String[] {"state." + state.name()}, state.name()));
        }
    }

    // --- what is asked of it -----------------------------------------------------------------------------------------

    Situation situation(String level, String stage) {
        return new Situation(raising.programme(), level, stage, raising.type().asked());
    }

    Visits visits() {
        return new Visits(number(), handlings);
    }

    List<Handling> handlings() {
        return Collections.unmodifiableList(handlings);
    }

    /** Nobody handles their own concern; and those stand aside of whom the colleague asked it. */
    Set<String> peopleAside(University university) {
        return Stream.concat(Stream.of(raising.colleague()), standAside.everybody(university).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean standsAside(String unit) {
        return standAside.units().contains(unit);
    }

    /** Whether the colleague's name is shown to a unit that answers at a level. */
    boolean nameShownTo(String unit) {
        return travel().isNamed() || raising.branch().equals(unit) || !mayTravel();
    }

    boolean mayTravel() {
        return !travel().staysWithTheFirstReceiver();
    }

    List<String> assistingUnits() {
        return assistingUnits;
    }

    void assistanceAsked() {
        assistingUnits = List.of();
    }

    Travel travel() {
        return new Travel(travel);
    }

    StandAside standAside() {
        return standAside;
    }

    /**
     * 跟踪责任单位: in charge towards the colleague until the end. It reads what is answered, so it is never a unit that
     * stands aside: the branch, where the college does, or the line above.
     */
    String inCharge(University university) {
        String college = raising.college();
        String unit = college == null || standsAside(college) ? raising.branch() : college;
        return university.lineOf(unit).stream()
                .map(Unit::code)
                .filter(code -> !standsAside(code))
                .findFirst()
                .orElse(unit);
    }

    State state() {
        return state;
    }

    String referredUnit() {
        return referredUnit;
    }

    Instant urgedAt() {
        return urgedAt;
    }

    /** Null before it was rated, or left unrated. */
    Rating rating() {
        return rating == null ? null : new Rating(rating);
    }

    /** When the latest answer went to the colleague; null before the first did. */
    Instant answeredAt() {
        return answeredAt;
    }

    Instant closedAt() {
        return closedAt;
    }
}
