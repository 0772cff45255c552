package org.shangda.pairing;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.numbering.Numbered;
import org.shangda.refusal.Refusal;
import org.shangda.university.Office;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** 结对: two who are linked, or were asked to be. Every transition is guarded here. */
@Entity
class Pairing extends Numbered {

    /** Where a pairing stands. */
    enum State {
        /** A partner is to be chosen for the colleague, who has asked for one or for somebody else. */
        SOUGHT,
        /** The colleague is asked. */
        PROPOSED,
        /** The colleague agrees; the Party member is asked. */
        AGREED,
        /** A pair. */
        ACTIVE,
        /** The colleague declined. */
        DECLINED,
        /** The colleague does not want the pair that was imported. */
        OBJECTED,
        /** It came to nothing without the colleague having declined. */
        WITHDRAWN,
        /** Was a pair. */
        ENDED;

        boolean open() {
            return this == SOUGHT || this == PROPOSED || this == AGREED || this == ACTIVE;
        }
    }

    static final Set<State> OPEN =
            Arrays.stream(State.values()).filter(State::open).collect(Collectors.toUnmodifiableSet());

    private String relation;
    private String programme;
    private String category;
    private String mode;

    @Enumerated(EnumType.STRING)
    private State state;

    private String carrier;
    private String officeUnit;
    private String officeRole;
    private String officeTitle;
    private String colleague;
    private String branch;
    private String college;
    private String wave;
    private String why;
    private String whyArgument;
    private String clause;
    private String passedOver = "";
    private Instant proposedAt;
    private Instant answerBy;
    private LocalDate since;
    private LocalDate endedOn;
    private String reason;
    private String thanks;
    private String recorder;
    private String openKey;
    private Long endedWithRoster;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "number", nullable = false, updatable = false)
    @OrderBy("id")
    private List<CarrierPeriod> carriers = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "number", nullable = false, updatable = false)
    @OrderBy("fromDay")
    private List<LeaveDays> leaves = new ArrayList<>();

    protected Pairing() {}

    Pairing(String number, Relation relation, String programme, String category, Mode mode, Instant at) {
        super(number);
        this.relation = relation.code();
        this.programme = programme;
        this.category = category;
        this.mode = mode.code();
        this.proposedAt = at;
    }

    /** @param colleague staff number, or null for a linked branch */
    void about(String colleague, String branch, String college) {
        this.colleague = colleague;
        this.branch = branch;
        this.college = college;
    }

    void inWave(String wave) {
        this.wave = wave;
    }

    /** Why these two, as a code whose sentence is in the message files, and the rule that allows it. */
    void because(String why, String argument, String clause) {
        this.why = why;
        this.whyArgument = argument;
        this.clause = clause;
    }

    /** While it is open there is no other of the same two: {@code pairing_once}. */
    @PrePersist
    @PreUpdate
    void key() {
        openKey = open() && carrier != null ? key(carrier, partner()) : null;
    }

    static String key(String carrier, String partner) {
        return carrier + " " + partner;
    }

    /** @param office the post that the duty follows, or null */
    private void carriedBy(String person, Office office) {
        carrier = person;
        officeUnit = office == null ? null : office.unit();
        officeRole = office == null ? null : office.role();
        officeTitle = office == null ? null : office.title();
    }

    // --- coming about ------------------------------------------------------------------------------------------------

    /** The colleague is asked whether they agree to this partner. */
    void propose(String person, Office office, Instant answerBy) {
        require(null, State.SOUGHT);
        carriedBy(person, office);
        this.answerBy = answerBy;
        state = State.PROPOSED;
    }

    /** A partner is to be chosen. */
    void seek() {
        require(null, State.PROPOSED, State.AGREED);
        if (carrier != null) {
            passOver(carrier);
        }
        carriedBy(null, null);
        answerBy = null;
        state = State.SOUGHT;
    }

    /** Not proposed again in this pairing. */
    void passOver(String person) {
        passedOver = passedOver.isEmpty() ? person : passedOver + "," + person;
    }

    /** The colleague agrees, or asked for it, or nobody's consent is needed; now the carrier is asked. */
    void agree(String person, Office office, Instant answerBy) {
        require(null, State.SOUGHT);
        carriedBy(person, office);
        this.answerBy = answerBy;
        state = State.AGREED;
    }

    /** @param answerBy until when the carrier is asked */
    void agree(Instant answerBy) {
        require(State.PROPOSED);
        this.answerBy = answerBy;
        state = State.AGREED;
    }

    /** From this day on the two are a pair. */
    void begin(LocalDate day) {
        require(State.PROPOSED, State.AGREED);
        state = State.ACTIVE;
        answerBy = null;
        since = day;
        carriers.add(new CarrierPeriod(carrier, day));
    }

    /** The two were a pair before; the colleague may object until {@code answerBy}. */
    void imported(String person, Office office, LocalDate day, Instant answerBy) {
        require((State) null);
        carriedBy(person, office);
        state = State.PROPOSED;
        begin(day);
        this.answerBy = answerBy;
    }

    void decline() {
        require(State.PROPOSED);
        close(State.DECLINED, Reason.DECLINED);
    }

    /** It comes to nothing. */
    void withdraw(Reason reason) {
        require(State.SOUGHT, State.PROPOSED, State.AGREED);
        close(State.WITHDRAWN, reason);
    }

    void object(LocalDate day) {
        require(State.ACTIVE);
        if (answerBy == null) {
            throw Refusal.conflict("pairing.not-open-to-objection");
        }
        close(State.OBJECTED, Reason.OBJECTED);
        over(day);
    }

    /** The time for objections is over, or the colleague has said that it is right. */
    void confirmed() {
        require(State.ACTIVE);
        answerBy = null;
    }

    // --- living ------------------------------------------------------------------------------------------------------

    /** Somebody else owes the contacts from this day on; what the former one did stays on record. */
    void passTo(String person, Office office, LocalDate day) {
        require(State.ACTIVE);
        closePeriod(day);
        carriedBy(person, office);
        carriers.add(new CarrierPeriod(person, day));
        endedWithRoster = null;
    }

    /** Nobody owes the contacts until somebody is found. */
    void vacate(LocalDate day) {
        require(State.ACTIVE);
        closePeriod(day);
        carrier = null;
    }

    private void closePeriod(LocalDate day) {
        carriers.stream().filter(CarrierPeriod::lasts).forEach(period -> period.end(day));
    }

    void moved(String branch, String college) {
        require(State.SOUGHT, State.PROPOSED, State.AGREED, State.ACTIVE);
        this.branch = branch;
        this.college = college;
    }

    void rest(Leave leave) {
        require(State.ACTIVE);
        if (leave.to().isBefore(leave.from()) || leave.to().isBefore(since)) {
            throw Refusal.invalid("pairing.leave-days");
        }
        if (leaves.stream()
                .anyMatch(one -> !one.leave().to().isBefore(leave.from())
                        && !one.leave().from().isAfter(leave.to()))) {
            throw Refusal.conflict("pairing.leave-overlaps");
        }
        leaves.add(new LeaveDays(leave));
    }

    void recordedBy(String person) {
        require(State.ACTIVE);
        if (colleague != null) {
            throw Refusal.invalid("pairing.recorder-for-branches");
        }
        recorder = person;
    }

    /** @param thanks a word to the other one, or null */
    void end(LocalDate day, Reason reason, String thanks) {
        require(State.ACTIVE);
        close(State.ENDED, reason);
        this.thanks = thanks;
        over(day);
    }

    private void over(LocalDate day) {
        // What begins and ends on one day was a pair for none.
        endedOn = day.isBefore(since) ? since : day;
        closePeriod(endedOn);
    }

    /** Nobody ended it, or took its carrier away, but the roster in this version. */
    void endedWith(long rosterVersion) {
        require(State.ENDED, State.ACTIVE);
        endedWithRoster = rosterVersion;
    }

    /** A pair again with whoever carried it last, since everybody is back on the roster. */
    void resume(LocalDate day) {
        require(State.ENDED, State.ACTIVE);
        if (!endedOnlyByRoster()) {
            throw Refusal.conflict("pairing.not-ended-by-roster");
        }
        state = State.ACTIVE;
        carrier = lastCarrier();
        endedOn = null;
        reason = null;
        endedWithRoster = null;
        carriers.add(new CarrierPeriod(carrier, day));
    }

    /** Whether nothing but a roster stands between it and being a pair again. */
    boolean endedOnlyByRoster() {
        return endedWithRoster != null && (state == State.ENDED || vacant());
    }

    String lastCarrier() {
        return carriers.get(carriers.size() - 1).person();
    }

    private void close(State state, Reason reason) {
        this.state = state;
        this.reason = reason.code();
        answerBy = null;
    }

    /** @throws Refusal naming the present state */
    private void require(State... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw Refusal.conflict("pairing.state", state == null ? number() : stateLabel());
        }
    }

    MessageSourceResolvable stateLabel() {
        return new DefaultMessageSourceResolvable(new String[] {"pairing.state." + state.name()}, state.name());
    }

    // --- what is asked of it -----------------------------------------------------------------------------------------

    /** As other modules see it; only what is or was a pair. */
    Pair pair() {
        return new Pair(number(), relation, programme, carrier, colleague, branch, college, since, endedOn);
    }

    boolean wasAPair() {
        return since != null;
    }

    boolean isOf(String person) {
        return person.equals(carrier) || person.equals(colleague);
    }

    /** The key under which partners are counted: the colleague, or the linked branch. */
    String partner() {
        return colleague == null ? branch : colleague;
    }

    boolean open() {
        return state.open();
    }

    /** Nobody carries it although it lives. */
    boolean vacant() {
        return state == State.ACTIVE && carrier == null;
    }

    boolean openToObjection() {
        return state == State.ACTIVE && answerBy != null;
    }

    Office office() {
        return officeUnit == null ? null : new Office(officeUnit, officeRole, officeTitle);
    }

    /** Who is not to be proposed for this colleague again: those who were, and the present one. */
    Set<String> passedOver() {
        return Arrays.stream(passedOver.split(","))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    List<CarrierPeriod> carriers() {
        return List.copyOf(carriers);
    }

    List<Leave> leaves() {
        return leaves.stream().map(LeaveDays::leave).toList();
    }

    Relation relation() {
        return Relation.of(relation);
    }

    String programme() {
        return programme;
    }

    String category() {
        return category;
    }

    String mode() {
        return mode;
    }

    boolean came(Mode how) {
        return Objects.equals(mode, how.code());
    }

    State state() {
        return state;
    }

    String carrier() {
        return carrier;
    }

    String colleague() {
        return colleague;
    }

    String branch() {
        return branch;
    }

    String college() {
        return college;
    }

    String wave() {
        return wave;
    }

    String why() {
        return why;
    }

    String whyArgument() {
        return whyArgument;
    }

    String clause() {
        return clause;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    Instant answerBy() {
        return answerBy;
    }

    LocalDate since() {
        return since;
    }

    LocalDate endedOn() {
        return endedOn;
    }

    String reason() {
        return reason;
    }

    String thanks() {
        return thanks;
    }

    String recorder() {
        return recorder;
    }
}
