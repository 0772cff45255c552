package org.shangda.programme;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a visit of a concern to a level has come to: the column {@code outcome} of {@code level-exits}, which the diagrams
 * read. There are as many as the diagrams tell apart; an exit that a school adds leads to one of them (adr/0035).
 */
public enum Outcome {
    /** The words are the answer; the level is left. */
    ANSWERED("answered", Then.LEAVES),
    /** It goes further up. */
    PASSED_UP("passed-up", Then.LEAVES),
    /** It is not this unit's. */
    RETURNED("returned", Then.LEAVES),
    /** It goes to a unit that was named. */
    REFERRED("referred", Then.LEAVES),
    /** Another unit goes on with it at the same level. */
    TRANSFER("transfer", Then.HANDED_ON),
    /** The same, because whoever supervises took it over or gave it away; no exit leads there. */
    REASSIGNED("reassigned", Then.HANDED_ON),
    /** The university has decided that it is to be carried out; no exit leads there, what is recorded after the meeting does. */
    DECIDED("decided", Then.LEAVES),
    /** An administrator has put the concern back at a level; no exit leads there. */
    PUT_BACK("put-back", Then.LEAVES),
    /** It is offered again. */
    HANDLE("handle", Then.STAYS),
    /** The clocks stand still until the colleague has answered. */
    ASK("ask", Then.STAYS),
    /** The level's clock stands still until the day of review. */
    EXPLAIN("explain", Then.STAYS),
    /** Other units are asked for their opinion meanwhile. */
    ASSIST("assist", Then.STAYS),
    /** The level's clock stands still until the university has decided. */
    AGENDA("agenda", Then.STAYS);

    private enum Then {
        LEAVES,
        HANDED_ON,
        STAYS
    }

    private final String code;
    private final Then then;

    Outcome(String code, Then then) {
        this.code = code;
        this.then = then;
    }

    public String code() {
        return code;
    }

    /** Empty for a code that is none. */
    public static Optional<Outcome> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** Whether a row of {@code level-exits} may name it. */
    public boolean isOfAnExit() {
        return this != REASSIGNED && this != PUT_BACK && this != DECIDED;
    }

    /** Whether the visit is over. */
    public boolean endsTheVisit() {
        return then != Then.STAYS;
    }

    /** Whether another unit goes on with it at the same level. */
    public boolean isHandedOn() {
        return then == Then.HANDED_ON;
    }

    /** Stored as its code. */
    public static class Converter implements AttributeConverter<Outcome, String> {

        @Override
        public String convertToDatabaseColumn(Outcome outcome) {
            return outcome == null ? null : outcome.code;
        }

        @Override
        public Outcome convertToEntityAttribute(String code) {
            return of(code).orElse(null);
        }
    }
}
