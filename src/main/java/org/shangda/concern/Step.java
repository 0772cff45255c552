package org.shangda.concern;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Locale;

/**
 * One thing that happened to a concern. Steps are only ever added; the way so far and both clocks can be told from
 * them.
 */
@Entity
class Step {

    /** What happened. The code's label is in the message files under {@code step.<code>}. */
    enum Kind {
        RAISED,
        REACHED,
        SKIPPED,
        RECEIVED,
        PROPOSED,
        SENT_BACK,
        TRIED,
        EXIT,
        RESUMED,
        SUPPLEMENTED,
        PAPER,
        URGED,
        TRAVEL_CHANGED,
        OPINION,
        DECISION,
        PASSED_ON,
        QUESTIONED,
        REFERRED,
        TAKEN_BACK,
        REMINDED,
        SUPERVISED,
        SUPERVISION,
        RATED,
        WITHDRAWN,
        CLOSED,
        HANDED_OVER,
        DEADLINE_MOVED;

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
    private String code;
    private String words;

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

    /** @param value the exit, the decision, the channel: a code whose label is in the message files */
    Step code(String value) {
        code = value;
        return this;
    }

    Step words(String value) {
        words = value;
        return this;
    }

    Long id() {
        return id;
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

    String actor() {
        return actor;
    }

    String code() {
        return code;
    }

    String words() {
        return words;
    }
}
