package org.shangda.reporting;

import java.time.LocalDate;

/**
 * One thing that was recorded in a term and that figures are counted from.
 *
 * @param reference number of the pair or of the concern: opaque
 * @param unit code of the unit it is counted under, empty for none
 * @param cell {@code done} or {@code missed}; {@code answered}, {@code continuing}, {@code passed-up} or {@code other}
 * @param rating of an answered concern, {@code waiting} while there is none; otherwise null
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
        String category,
        int times) {

    static final String DONE = "done";
    static final String MISSED = "missed";

    static final String ANSWERED = "answered";
    static final String CONTINUING = "continuing";
    static final String PASSED_UP = "passed-up";
    static final String OTHER = "other";

    static final String WAITING = "waiting";

    enum Family {
        CONTACT,
        CONCERN
    }

    static Recorded contact(String pair, LocalDate day, String unit, String cell, int times) {
        return new Recorded(Family.CONTACT, pair, day, unit, cell, null, null, times);
    }

    static Recorded concern(String number, LocalDate day, String unit, String cell, String rating, String category) {
        return new Recorded(Family.CONCERN, number, day, unit, cell, rating, category, 1);
    }
}
