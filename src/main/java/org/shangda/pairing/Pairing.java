package org.shangda.pairing;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
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
import java.util.Set;
import org.shangda.numbering.Numbered;
import org.shangda.refusal.Refusal;
import org.shangda.university.Office;

/** 结对: two who are linked, or were asked to be. Every transition is guarded here. */
@Entity
class Pairing extends Numbered {

    @Embedded
    private Origin origin;

    @Enumerated(EnumType.STRING)
    private PairingState state;

    private String colleague;
    private String branch;
    private String college;
    private Instant answerBy;
    private LocalDate since;

    @Embedded
    private Carrying carrying = new Carrying();

    @Embedded
    private Ending ending;

    private String recorder;
    private String openKey;
    private Long endedWithRoster;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "number", nullable = false, updatable = false)
    @OrderBy("fromDay")
    private List<LeaveDays> leaves = new ArrayList<>();

    protected Pairing() {}

    Pairing(String number, Origin origin, Partner partner) {
        super(number);
        this.origin = origin;
        this.colleague = partner.colleague();
        this.branch = partner.branch();
        this.college = partner.college();
    }

    /** While it is open there is no other of the same two: {@code pairing_once}. */
    @PrePersist
    @PreUpdate
    void key() {
        openKey = open() && carrier() != null ? key(carrier(), partner()) : null;
    }

    static String key(String carrier, String partner) {
        return carrier + " " + partner;
    }

    // --- coming about ------------------------------------------------------------------------------------------------

    /** The colleague is asked whether they agree to this partner. */
    void propose(String person, Office office, Instant answerBy) {
        require(null, PairingState.SOUGHT);
        carrying.by(person, office);
        this.answerBy = answerBy;
        state = PairingState.PROPOSED;
    }

    /** A partner is to be chosen. */
    void seek() {
        require(null, PairingState.PROPOSED, PairingState.AGREED);
        carrying.release();
        answerBy = null;
        state = PairingState.SOUGHT;
    }

    /** Not proposed again in this pairing. */
    void passOver(String person) {
        carrying.passOver(person);
    }

    /** The colleague agrees, or asked for it, or nobody's consent is needed; now the carrier is asked. */
    void agree(String person, Office office, Instant answerBy) {
        require(null, PairingState.SOUGHT);
        carrying.by(person, office);
        this.answerBy = answerBy;
        state = PairingState.AGREED;
    }

    /** @param answerBy until when the carrier is asked */
    void agree(Instant answerBy) {
        require(PairingState.PROPOSED);
        this.answerBy = answerBy;
        state = PairingState.AGREED;
    }

    /** From this day on the two are a pair. */
    void begin(LocalDate day) {
        require(PairingState.PROPOSED, PairingState.AGREED);
        state = PairingState.ACTIVE;
        answerBy = null;
        since = day;
        carrying.begin(day);
    }

    /** The two were a pair before; the colleague may object until {@code answerBy}. */
    void imported(String person, Office office, LocalDate day, Instant answerBy) {
        require((PairingState) null);
        carrying.by(person, office);
        state = PairingState.PROPOSED;
        begin(day);
        this.answerBy = answerBy;
    }

    void decline() {
        require(PairingState.PROPOSED);
        close(PairingState.DECLINED, Ending.withoutPair(Reason.DECLINED));
    }

    /** It comes to nothing. */
    void withdraw(Reason reason) {
        require(PairingState.SOUGHT, PairingState.PROPOSED, PairingState.AGREED);
        close(PairingState.WITHDRAWN, Ending.withoutPair(reason));
    }

    void object(LocalDate day) {
        require(PairingState.ACTIVE);
        if (answerBy == null) {
            throw Refusal.conflict("pairing.not-open-to-objection");
        }
        close(PairingState.OBJECTED, over(day, Reason.OBJECTED.code(), null));
    }

    /** The time for objections is over, or the colleague has said that it is right. */
    void confirmed() {
        require(PairingState.ACTIVE);
        answerBy = null;
    }

    // --- living ------------------------------------------------------------------------------------------------------

    /** Somebody else owes the contacts from this day on; what the former one did stays on record. */
    void passTo(String person, Office office, LocalDate day) {
        require(PairingState.ACTIVE);
        carrying.end(day);
        carrying.by(person, office);
        carrying.begin(day);
        endedWithRoster = null;
    }

    /** Nobody owes the contacts until somebody is found. */
    void vacate(LocalDate day) {
        require(PairingState.ACTIVE);
        carrying.vacate(day);
    }

    void moved(String branch, String college) {
        require(PairingState.SOUGHT, PairingState.PROPOSED, PairingState.AGREED, PairingState.ACTIVE);
        this.branch = branch;
        this.college = college;
    }

    void rest(Leave leave) {
        require(PairingState.ACTIVE);
        if (leave.to().isBefore(leave.from()) || leave.to().isBefore(since)) {
            throw Refusal.invalid("pairing.leave-days");
        }
        if (leaves().stream().anyMatch(leave::overlaps)) {
            throw Refusal.conflict("pairing.leave-overlaps");
        }
        leaves.add(new LeaveDays(leave));
    }

    void recordedBy(String person) {
        require(PairingState.ACTIVE);
        if (colleague != null) {
            throw Refusal.invalid("pairing.recorder-for-branches");
        }
        recorder = person;
    }

    /** @param thanks a word to the other one, or null */
    void end(LocalDate day, String reason, String thanks) {
        require(PairingState.ACTIVE);
        close(PairingState.ENDED, over(day, reason, thanks));
    }

    private Ending over(LocalDate day, String reason, String thanks) {
        // What begins and ends on one day was a pair for none.
        LocalDate first = day.isBefore(since) ? since : day;
        carrying.end(first);
        return new Ending(first, reason, thanks);
    }

    /** Nobody ended it, or took its carrier away, but the roster in this version. */
    void endedWith(long rosterVersion) {
        require(PairingState.ENDED, PairingState.ACTIVE);
        endedWithRoster = rosterVersion;
    }

    /** A pair again with whoever carried it last, since everybody is back on the roster. */
    void resume(LocalDate day) {
        require(PairingState.ENDED, PairingState.ACTIVE);
        if (!endedOnlyByRoster()) {
            throw Refusal.conflict("pairing.not-ended-by-roster");
        }
        state = PairingState.ACTIVE;
        ending = null;
        endedWithRoster = null;
        carrying.resume(day);
    }

    /** Whether nothing but a roster stands between it and being a pair again. */
    boolean endedOnlyByRoster() {
        return endedWithRoster != null && (state == PairingState.ENDED || vacant());
    }

    String lastCarrier() {
        return carrying.last();
    }

    private void close(PairingState state, Ending ending) {
        this.state = state;
        this.ending = ending;
        answerBy = null;
    }

    /** @throws Refusal naming the present state */
    private void require(PairingState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw Refusal.conflict("pairing.state", state == null ? number() : state.label());
        }
    }

    // --- what is asked of it -----------------------------------------------------------------------------------------

    /** As other modules see it; only what is or was a pair. */
    Pair pair() {
        return new Pair(
                number(),
                origin.relation().code(),
                origin.programme(),
                carrier(),
                colleague,
                branch,
                college,
                since,
                ending().endedOn());
    }

    boolean wasAPair() {
        return since != null;
    }

    boolean isOf(String person) {
        return person.equals(carrier()) || person.equals(colleague);
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
        return state == PairingState.ACTIVE && carrier() == null;
    }

    Office office() {
        return carrying.office();
    }

    /** Who is not to be proposed for this colleague again: those who were, and the present one. */
    Set<String> passedOver() {
        return carrying.passedOver();
    }

    List<CarrierPeriod> carriers() {
        return carrying.periods();
    }

    List<Leave> leaves() {
        return leaves.stream().map(LeaveDays::leave).toList();
    }

    Origin origin() {
        return origin;
    }

    /** Without a day and a reason while it is open. */
    Ending ending() {
        return ending == null ? Ending.NONE : ending;
    }

    PairingState state() {
        return state;
    }

    /** Staff number; null while nobody is named. */
    String carrier() {
        return carrying.carrier();
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

    Instant answerBy() {
        return answerBy;
    }

    LocalDate since() {
        return since;
    }

    String recorder() {
        return recorder;
    }
}
