package org.shangda.university;

/** A file cannot be read as a table; the code's sentence says what to do. */
class Unreadable extends Exception {

    private final String code;
    private final transient Object[] arguments;

    Unreadable(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = arguments;
    }

    String code() {
        return code;
    }

    Object[] arguments() {
        return arguments;
    }
}
