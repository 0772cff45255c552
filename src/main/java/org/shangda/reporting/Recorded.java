package org.shangda.reporting;

import java.time.LocalDate;

/**
 * One thing that was recorded in a term and that figures are counted from.
 *
 * @param reference number of the pair or of the concern: opaque
 * @param unit code of the unit it is counted under, empty for none
 * @param cell {@code done} or {@code missed}; {@code answered}, {@code continuing}, {@code passed-up} or {@code other}; of a
 *     call-back {@code reached}, {@code unreached} or {@code waiting}
 * @param rating of an answered concern, {@code waiting} while there is none, and of a colleague who was reached by a call;
 *     otherwise null
 * @param settled what an answer said of a suggestion, {@code unsaid} where it said nothing, {@code no-suggestion} for an answer to
 *     something else; null for all that was not answered, and for what was kept before this was
 * @param category of a concern, otherwise null
 * @param times how many it counts for: contacts owed or held
 */
record Recorded(
        Family family,
        String reference,
        LocalDate day,
        String unit,
        String cell,
        String rating,
        String settled,
        String category,
        int times) {

    static final String DONE = "done";
    static final String MISSED = "missed";

    static final String ANSWERED = "answered";
    static final String CONTINUING = "continuing";
    static final String PASSED_UP = "passed-up";
    static final String OTHER = "other";

    static final String WAITING = "waiting";

    static final String UNSAID = "unsaid";
    static final String NO_SUGGESTION = "no-suggestion";

    static final String REACHED = "reached";
    static final String UNREACHED = "unreached";

    enum Family {
        CONTACT,
        CONCERN,
        /** Refers to the concern that was answered, and so is counted for nobody who may not know of that. */
        CALL_BACK
    }

    static Recorded contact(String pair, LocalDate day, String unit, String cell, int times) {
        return new Recorded(Family.CONTACT, pair, day, unit, cell, null, null, null, times);
    }

    static Recorded concern(
            String number, LocalDate day, String unit, String cell, String rating, String settled, String category) {
        return new Recorded(Family.CONCERN, number, day, unit, cell, rating, settled, category, 1);
    }

    static Recorded callBack(String concern, LocalDate day, String unit, String cell, String rating) {
        return new Recorded(Family.CALL_BACK, concern, day, unit, cell, rating, null, null, 1);
    }

    /** Whether it can only have been recorded since outcomes and call-backs are. */
    boolean tellsOutcomes() {
        return settled != null || family == Family.CALL_BACK;
    }

    /** Whether it is about a concern, of which not everybody may know. */
    boolean isOfConcern() {
        return family != Family.CONTACT;
    }
}
