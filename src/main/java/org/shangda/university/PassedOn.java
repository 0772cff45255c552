package org.shangda.university;

/**
 * Published when something that hangs on people goes into other hands, ends with them, or is left with nobody; in the same
 * transaction. A roster that is imported or rehearsed says from it what it does to whom.
 *
 * @param number of the case, pair or sheet
 * @param from staff number, or code of the unit, that had it
 * @param to staff number, or code of the unit, that has it now; null where it ended or nobody has it
 */
public record PassedOn(Kind kind, String number, String from, String to) {

    /** What is passed on. */
    public enum Kind {
        /** Open work goes to somebody else. */
        WORK("passed.work"),
        /** A colleague's open concern stays with the units, without anybody who reads the answer. */
        CONCERN("passed.concern"),
        PAIR("passed.pair"),
        PAIR_ENDS("passed.pair-ends"),
        /** A pair goes on without anybody who carries it. */
        PAIR_VACANT("passed.pair-vacant"),
        /** A pair that had ended with somebody who was missing is a pair again. */
        PAIR_RESUMES("passed.pair-resumes"),
        /** Contacts that are owed. */
        DUTY("passed.duty");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /** Of the sentence in the report. */
        String sentence() {
            return sentence;
        }
    }
}
