package org.shangda.refusal;

/**
 * The deployed rules say nothing, or something unknown, where the product has to know. Whoever deployed them is to be told
 * what is wrong, so the message is shown in the log, in Cockpit's incident and under the number that the user is told.
 * Therefore it holds codes only: names of tables, columns, levels, rules; never a name of a person or anything that
 * somebody wrote about a case.
 */
public class Misconfigured extends RuntimeException {

    /** @param what names the table or diagram, and what is missing or unknown in it */
    public Misconfigured(String what) {
        super(what);
    }

    /** @param cause of which only the class is shown */
    public Misconfigured(String what, Throwable cause) {
        super(what, cause);
    }

    /** @param situation in codes */
    public static Misconfigured withoutRow(String table, Object situation) {
        return new Misconfigured(table + " has no row for " + situation);
    }

    /** @param place of the row, in codes */
    public static Misconfigured unknown(String table, Object place, String column, String code) {
        return new Misconfigured(table + ", " + place + ": " + column + " \"" + code + "\" is not known");
    }
}
