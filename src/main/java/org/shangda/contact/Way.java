package org.shangda.contact;

/** How somebody was contacted. */
enum Way implements Coded {
    /** 走访. */
    VISIT("visit"),
    /** 谈心谈话. */
    TALK("talk"),
    /** 电话或网络. */
    REMOTE("remote"),
    /** 参加支部活动. */
    ACTIVITY("activity"),
    /** 听取汇报. */
    REPORT("report"),
    /** 慰问. */
    CONDOLENCE("condolence");

    private final String code;

    Way(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
