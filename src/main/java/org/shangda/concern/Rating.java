package org.shangda.concern;

import org.shangda.refusal.Inputs;

/** The colleague's verdict on the answer. The four are counted apart: silence is not satisfaction. */
public enum Rating {
    /** 满意. */
    SATISFIED("satisfied"),
    /** 基本满意. */
    BASICALLY_SATISFIED("basically-satisfied"),
    /** 不满意. */
    DISSATISFIED("dissatisfied"),
    /** 未评价: nothing was said within the time for rating. */
    UNRATED("unrated");

    private final String code;

    Rating(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static Rating of(String code) {
        Rating rating = Codes.of(values(), Rating::code, code, "rating");
        if (rating == UNRATED) {
            throw Inputs.unknown("rating");
        }
        return rating;
    }
}
