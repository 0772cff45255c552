package org.shangda.concern;

/** What follows a rating. */
enum Verdict {
    CLOSED("closed"),
    AGAIN("again"),
    REVIEW("review");

    private final String code;

    Verdict(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
