package org.shangda.tables;

/** A file cannot be read as a table; the code's sentence says what to do. */
public class Unreadable extends Exception {

    private final String code;
    private final transient Object[] arguments;

    public Unreadable(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = arguments;
    }

    /** Without the module's beginning: {@code file.too-big}. */
    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments;
    }
}
