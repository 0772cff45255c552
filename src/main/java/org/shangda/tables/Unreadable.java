package org.shangda.tables;

/** A file cannot be read as a table; the code's sentence says what to do. */
public class Unreadable extends Exception {

    private final transient Remark remark;

    Unreadable(Remark remark) {
        super(remark.code(), null, false, false);
        this.remark = remark;
    }

    /** @param code of the sentence, without {@code tables.} before it */
    Unreadable(String code, Object... arguments) {
        this(Remark.of(0, Remark.Kind.PROBLEM, code, arguments));
    }

    /** The problem, with its row. */
    public Remark remark() {
        return remark;
    }

    /** Code of the sentence in the message files. */
    public String code() {
        return remark.code();
    }

    public Object[] arguments() {
        return remark.arguments().toArray();
    }
}
