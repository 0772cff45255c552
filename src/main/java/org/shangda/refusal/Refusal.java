package org.shangda.refusal;

import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * What a user asked for cannot be done, and nothing was stored. Carries the code of a sentence in the message files
 * that says what to do instead; its arguments hold labels, numbers and dates, never a story.
 */
public class Refusal extends RuntimeException {

    /** Decides the HTTP status of the answer. */
    public enum Kind {
        /** 400: the input is wrong. */
        INVALID,
        /** 404: not there, or not for this caller; the two are told apart nowhere. */
        NOT_FOUND,
        /** 409: somebody else was faster, or the present state does not allow it. */
        CONFLICT
    }

    private final Kind kind;
    private final String code;
    private final transient Object[] arguments;

    private Refusal(Kind kind, String code, Object... arguments) {
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.arguments = arguments;
    }

    public static Refusal invalid(String code, Object... arguments) {
        return new Refusal(Kind.INVALID, code, arguments);
    }

    public static Refusal notFound(String code, Object... arguments) {
        return new Refusal(Kind.NOT_FOUND, code, arguments);
    }

    public static Refusal conflict(String code, Object... arguments) {
        return new Refusal(Kind.CONFLICT, code, arguments);
    }

    /** The same about a row of a form's list. @param row counted from one */
    public Refusal inRow(int row) {
        return new Refusal(
                kind, "text.row", row, new DefaultMessageSourceResolvable(new String[] {code}, arguments, code));
    }

    public Kind kind() {
        return kind;
    }

    /** Code of the sentence in the message files. */
    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
