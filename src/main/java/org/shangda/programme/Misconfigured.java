package org.shangda.programme;

/**
 * A table that was deployed does not say what is needed. The message holds names of tables, columns and codes only, never
 * what somebody has written, so that it can be logged and shown to an administrator.
 */
public class Misconfigured extends IllegalStateException {

    private Misconfigured(String message) {
        super(message);
    }

    public static Misconfigured withoutRow(String table, Situation situation) {
        return new Misconfigured(table + " has no row for " + situation);
    }

    /** @param place of the row, in codes */
    public static Misconfigured unknown(String table, Object place, String column, String code) {
        return new Misconfigured(table + ", " + place + ": " + column + " \"" + code + "\" is not known");
    }
}
