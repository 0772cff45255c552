package org.shangda.concern;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.calendar.Counting;
import org.shangda.calendar.Pause;
import org.shangda.numbering.Numbered;
import org.shangda.programme.Outcome;
import org.shangda.programme.Situation;
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

    private String programme;

    @Enumerated(EnumType.STRING)
    private ConcernType type;

    private String category;
    private String title;
    private String description;

    @Enumerated(EnumType.STRING)
    private Travel travel;

    @Convert(converter = StandAside.Converter.class)
    private StandAside standAside;

    private String colleague;
    private String raisedBy;
    private LocalDate consentOn;
    private String consentWay;

    @Enumerated(EnumType.STRING)
    private CollectedFrom channel;

    private String idempotencyKey;
    private String digest;
    private Instant raisedAt;
    private String branch;
    private String college;
    private String campus;

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

    @Enumerated(EnumType.STRING)
    private Rating rating;

    private Instant answeredAt;
    private Instant closedAt;

    @OneToMany(mappedBy = "concern")
    @OrderBy("id")
    private List<Handling> handlings = new ArrayList<>();

    protected Concern() {}

    Concern(String number, RaiseConcern raise, StandAside standAside, Instant at) {
        super(number);
        this.type = ConcernType.of(raise.type());
        this.category = raise.category();
        this.title = raise.title().strip();
        this.description = raise.description();
        this.travel = Travel.of(raise.travel());
        this.standAside = standAside;
        this.raisedAt = at;
        this.state = State.OPEN;
        if (type == ConcernType.HAZARD && travel == Travel.FIRST_RECEIVER_ONLY) {
            throw Refusal.invalid("concern.hazard-must-travel");
        }
    }

    void raisedBy(String person, String colleague, RaiseConcern raise) {
        this.raisedBy = person;
        this.colleague = colleague;
        this.consentOn = raise.consentOn();
        this.consentWay = raise.consentWay();
    }

    /** @param from null where the colleague, or whoever speaks for them, raised it by the ordinary form */
    void collectedFrom(CollectedFrom from) {
        channel = from;
    }

    /** Stored once under a key, which stands for this content only. */
    void once(String key, String digestOfContent) {
        idempotencyKey = key;
        digest = digestOfContent;
    }

    /** Its number, for whoever sends the same key again. */
    String numberFor(String digestOfContent) {
        if (!digestOfContent.equals(digest)) {
            throw Refusal.conflict("concern.key-used");
        }
        return number();
    }

    void startsAt(String programme, String branch, String college, String campus) {
        this.programme = programme;
        this.branch = branch;
        this.college = college;
        this.campus = campus;
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
        if (wanted == travel) {
            throw Refusal.invalid("concern.travels-so-already");
        }
        if (wanted == Travel.FIRST_RECEIVER_ONLY && (type == ConcernType.HAZARD || handlings.size() > 1)) {
            throw Refusal.conflict("concern.has-travelled");
        }
        travel = wanted;
    }

    /** @return whether it is closed, handled again, or reviewed one step up */
    Verdict rate(Rating given, Instant at) {
        requireState(State.ANSWERED);
        rating = given;
        if (given != Rating.DISSATISFIED) {
            close(at);
            return Verdict.CLOSED;
        }
        dissatisfactions++;
        if (type == ConcernType.SUGGESTION || dissatisfactions > 1 && !mayTravel()) {
            close(at);
            return Verdict.CLOSED;
        }
        return dissatisfactions == 1 ? Verdict.AGAIN : Verdict.REVIEW;
    }

    /** What follows a rating. */
    enum Verdict {
        CLOSED("closed"),
        AGAIN("again"),
        REVIEW("review");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** The written answer of the review closes it as 不满意结案. */
    void reviewed(Instant at) {
        requireState(State.OPEN);
        close(at);
    }

    void unrated(Instant at) {
        requireState(State.ANSWERED);
        rating = Rating.UNRATED;
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
        return new Situation(programme, level, stage, type.code());
    }

    /** Both clocks stand still while the colleague is asked; the case's own clock goes on through everything else. */
    List<Pause> wholeCasePauses() {
        return handlings.stream()
                .flatMap(handling -> handling.pauses().stream())
                .filter(HandlingPause::wholeCase)
                .map(HandlingPause::asPause)
                .toList();
    }

    Optional<Handling> handling(String workItem) {
        return handlings.stream()
                .filter(handling -> Objects.equals(handling.workItem(), workItem))
                .findFirst();
    }

    Handling handling(long id) {
        return handlings.stream()
                .filter(handling -> handling.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no handling " + id + " of " + number()));
    }

    /** The handling whose answer the colleague got, or that is under way: the latest one. */
    Optional<Handling> latest() {
        return handlings.isEmpty() ? Optional.empty() : Optional.of(handlings.get(handlings.size() - 1));
    }

    /**
     * The handling whose answer the colleague reads, and so the one that handles it again or is reviewed: of the visits that
     * answered, the one that began last. Of a safety hazard's two it is the department's, also when the college's part
     * was given to another unit and answered later.
     */
    Optional<Handling> answeredBy() {
        return handlings.stream()
                .filter(Handling::answered)
                .max(Comparator.comparing(this::began).thenComparing(handlings::indexOf));
    }

    /** Place of the handling with which the visit to its level began, before it went from one unit to another. */
    private int began(Handling handling) {
        int began = handlings.indexOf(handling);
        for (int place = began - 1; place >= 0; place--) {
            Handling before = handlings.get(place);
            if (before.level().equals(handling.level())) {
                if (!before.handedOn()) {
                    return began;
                }
                began = place;
            }
        }
        return began;
    }

    List<Handling> handlings() {
        return Collections.unmodifiableList(handlings);
    }

    boolean follows(String person) {
        return colleague.equals(person) || raisedBy.equals(person);
    }

    boolean raisedForAnother() {
        return !colleague.equals(raisedBy);
    }

    /** Nobody handles their own concern; and those stand aside of whom the colleague asked it. */
    Set<String> peopleAside(University university) {
        return Stream.concat(Stream.of(colleague), standAside.everybody(university).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean standsAside(String unit) {
        return standAside.units().contains(unit);
    }

    /** Whether the colleague's name is shown to a unit that answers at a level. */
    boolean nameShownTo(String unit) {
        return travel == Travel.NAMED || branch.equals(unit) || travel == Travel.FIRST_RECEIVER_ONLY;
    }

    boolean mayTravel() {
        return travel != Travel.FIRST_RECEIVER_ONLY;
    }

    List<String> assistingUnits() {
        return assistingUnits;
    }

    void assistanceAsked() {
        assistingUnits = List.of();
    }

    String programme() {
        return programme;
    }

    /** Labels for the cards of its tasks. */
    List<String> card() {
        return List.of("type." + type.code(), "category." + category);
    }

    ConcernType type() {
        return type;
    }

    boolean isHazard() {
        return type == ConcernType.HAZARD;
    }

    String category() {
        return category;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    Travel travel() {
        return travel;
    }

    StandAside standAside() {
        return standAside;
    }

    String colleague() {
        return colleague;
    }

    String raisedBy() {
        return raisedBy;
    }

    LocalDate consentOn() {
        return consentOn;
    }

    String consentWay() {
        return consentWay;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    String branch() {
        return branch;
    }

    String college() {
        return college;
    }

    /**
     * 跟踪责任单位: in charge towards the colleague until the end. It reads what is answered, so it is never a unit that
     * stands aside: the branch, where the college does, or the line above.
     */
    String inCharge(University university) {
        String unit = college == null || standsAside(college) ? branch : college;
        return university.lineOf(unit).stream()
                .map(Unit::code)
                .filter(code -> !standsAside(code))
                .findFirst()
                .orElse(unit);
    }

    /** How its days are counted: those of its campus; no vacation stops a safety hazard. */
    Counting counting() {
        return new Counting(campus, isHazard());
    }

    String campus() {
        return campus;
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

    Rating rating() {
        return rating;
    }

    /** When the latest answer went to the colleague; null before the first did. */
    Instant answeredAt() {
        return answeredAt;
    }

    Instant closedAt() {
        return closedAt;
    }
}
