package org.shangda.concern;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.shangda.programme.LevelExit;
import org.shangda.programme.Outcome;
import org.shangda.university.InPlace;

/**
 * One thing that happened to a concern. Steps are only ever added; the way so far and both clocks can be told from
 * them.
 */
@Entity
@EntityListeners(ActedInPlace.class)
class Step {

    /** What the colleague, and whoever raised it, reads of a step. */
    enum Told {
        /** Said within a unit, or between two of them: it is not in the colleague's way at all. */
        NOTHING,
        /** That it happened, and where; the words were for another office. */
        THAT_IT_HAPPENED,
        /** The words too, which are the colleague's own or were written to them. */
        WORDS
    }

    /**
     * What happened. The code's label is in the message files under {@code step.<code>}. A kind that does not say so is
     * not for the colleague.
     */
    enum Kind {
        RAISED(Told.WORDS),
        REACHED(Told.THAT_IT_HAPPENED),
        SKIPPED(Told.THAT_IT_HAPPENED),
        RECEIVED(Told.THAT_IT_HAPPENED),
        PROPOSED,
        SENT_BACK,
        TRIED(Told.WORDS),
        /** Whose words are for the colleague each {@link Exit} says for itself. */
        EXIT(Told.THAT_IT_HAPPENED),
        RESUMED(Told.THAT_IT_HAPPENED),
        SUPPLEMENTED(Told.WORDS),
        PAPER(Told.WORDS),
        URGED(Told.WORDS),
        TRAVEL_CHANGED(Told.WORDS),
        OPINION,
        /** Of a step that a school has drawn. */
        OWN_STEP,
        OWN_STEP_TOLD(Told.WORDS),
        DECISION(Told.WORDS),
        PASSED_ON(Told.WORDS),
        QUESTIONED,
        REFERRED(Told.THAT_IT_HAPPENED),
        TAKEN_BACK(Told.THAT_IT_HAPPENED),
        REMINDED,
        SUPERVISED(Told.THAT_IT_HAPPENED),
        SUPERVISION(Told.THAT_IT_HAPPENED),
        RATED(Told.WORDS),
        WITHDRAWN(Told.WORDS),
        CLOSED(Told.THAT_IT_HAPPENED),
        CALLED_BACK(Told.THAT_IT_HAPPENED),
        /** What the colleague said on the telephone. */
        REOPENED(Told.WORDS),
        /** By the supervising unit, with the reason for the colleague to read. */
        EXTENDED_BY_SUPERVISOR(Told.WORDS),
        /** By the supervising unit: within the unit that handles it. */
        GIVEN_TO_PERSON,
        /** By an operator, of the supervising unit. */
        ASKED_TO_URGE,
        HANDED_OVER(Told.THAT_IT_HAPPENED),
        DEADLINE_MOVED(Told.THAT_IT_HAPPENED),
        /** Because the rule has changed: whoever waits longer may read why. */
        DEADLINE_EXTENDED(Told.WORDS),
        /** By an administrator, with the reason for the colleague to read. */
        PUT_BACK(Told.WORDS),
        /** To another version of its diagram, by an administrator, with the reason. */
        VERSION_CHANGED(Told.WORDS),
        /** Whoever supervised has not decided, or would have supervised themselves: somebody further up does. */
        CLIMBED(Told.THAT_IT_HAPPENED),
        LEADER_REMINDED,
        /** Nobody holds a post of a unit, and another one answers for it. */
        VACANT(Told.THAT_IT_HAPPENED),
        FILLED(Told.THAT_IT_HAPPENED),
        /** 代签: by somebody of another unit, because nobody of this one may. */
        SIGNED_FOR(Told.THAT_IT_HAPPENED),
        /** By who stands in for somebody on leave who would have signed. */
        SIGNED_IN_PLACE(Told.THAT_IT_HAPPENED),
        /** 并案: it is handled together with others; whose they are nobody reads here. */
        MERGED(Told.THAT_IT_HAPPENED),
        APART(Told.THAT_IT_HAPPENED),
        /** 附议: somebody else has joined it. */
        JOINED(Told.THAT_IT_HAPPENED),
        /** Others are handled with it. */
        LEADS(Told.THAT_IT_HAPPENED);

        private final Told told;

        Kind() {
            this(Told.NOTHING);
        }

        Kind(Told told) {
            this.told = told;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Id
    @GeneratedValue(generator = "concern_seq")
    @SequenceGenerator(name = "concern_seq", sequenceName = "concern_seq")
    private Long id;

    private String number;
    private Long handlingId;
    private Instant at;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String level;
    private String unit;
    private String actor;
    private String signedBy;
    private String code;

    @Convert(converter = Outcome.Converter.class)
    private Outcome outcome;

    private String channel;
    private String reason;
    private String namedUnit;
    private LocalDate onDay;
    private String words;

    @Embedded
    private Closing closing;

    /** What was filled in fields that an administrator has added to the form, a line for each. */
    private String added;

    private String inPlaceOf;
    private LocalDate inPlaceUntil;

    /** Only while it is being written. */
    @Transient
    private Handling visit;

    protected Step() {}

    private Step(String number, Kind kind, Instant at) {
        this.number = number;
        this.kind = kind;
        this.at = at;
    }

    static Step of(Concern concern, Kind kind, Instant at) {
        return new Step(concern.number(), kind, at);
    }

    Step in(Handling handling) {
        visit = handling;
        handlingId = handling.id();
        level = handling.level();
        unit = handling.answeringUnit();
        return this;
    }

    Step unit(String value) {
        unit = value;
        return this;
    }

    Step by(String person) {
        actor = person;
        return this;
    }

    Step signedBy(String head) {
        signedBy = head;
        return this;
    }

    /** @param value the measure, the level, the rating, how the name travels: a code that has a label */
    Step code(String value) {
        code = value;
        return this;
    }

    /** @param to where the colleague is pointed to; null with other exits */
    Step exit(LevelExit exit, String to) {
        code = exit.code();
        outcome = exit.outcome();
        channel = to;
        return this;
    }

    Step ruled(Ruling ruling) {
        outcome = ruling.outcome();
        return code(ruling.code());
    }

    Step closing(Closing with) {
        closing = with;
        return this;
    }

    /** @param because why the colleague is dissatisfied; null otherwise */
    Step rated(Rating rating, String because) {
        code = rating.code();
        reason = because;
        return this;
    }

    /** @param from code of where a matter was collected */
    Step collectedFrom(String from) {
        channel = from;
        return this;
    }

    Step named(String unitNamed) {
        namedUnit = unitNamed;
        return this;
    }

    Step on(LocalDate day) {
        onDay = day;
        return this;
    }

    Step words(String value) {
        words = value;
        return this;
    }

    Step inPlaceOf(InPlace place) {
        inPlaceOf = place.person();
        inPlaceUntil = place.until();
        return this;
    }

    void add(String filledIn) {
        added = filledIn;
    }

    Optional<InPlace> inPlaceOf() {
        return Optional.ofNullable(inPlaceOf).map(person -> new InPlace(person, inPlaceUntil));
    }

    Optional<Handling> visit() {
        return Optional.ofNullable(visit);
    }

    Long id() {
        return id;
    }

    String number() {
        return number;
    }

    Long handlingId() {
        return handlingId;
    }

    Instant at() {
        return at;
    }

    Kind kind() {
        return kind;
    }

    String level() {
        return level;
    }

    String unit() {
        return unit;
    }

    /** What of it the colleague may read. */
    Told told() {
        return kind == Kind.EXIT && Exit.of(code, outcome).isToldToTheColleague() ? Told.WORDS : kind.told;
    }

    /** Whether it is an answer, which the unit in charge may have to read before the colleague does. */
    boolean isAnswer() {
        return (kind == Kind.DECISION || kind == Kind.EXIT) && outcome == Outcome.ANSWERED;
    }

    String actor() {
        return actor;
    }

    String code() {
        return code;
    }

    /** Where the colleague was pointed to, or where a matter was collected; null otherwise. */
    String channel() {
        return channel;
    }

    /** Why the colleague is dissatisfied; null otherwise. */
    String reason() {
        return reason;
    }

    /** Code of the unit that carries out what was decided; null otherwise. */
    String namedUnit() {
        return namedUnit;
    }

    /** The day of the decision, or until when there is time now; null otherwise. */
    LocalDate onDay() {
        return onDay;
    }

    String words() {
        return words;
    }

    Outcome outcome() {
        return outcome;
    }

    /** What an answer left with beside its words. */
    Closing closing() {
        return closing == null ? Closing.NONE : closing;
    }

    String added() {
        return added;
    }
}
