package org.shangda.contact;

/** What comes of an event talk that is late. */
enum TalkMeasure implements Coded {
    /** 约定新的日期. */
    NEW_DAY("new-day"),
    /** 由书记本人谈话. */
    TAKE_OVER("take-over"),
    /** 已不需要. */
    NOT_NEEDED("not-needed");

    private final String code;

    TalkMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
