package org.shangda.contact;

/** What a contact was about: 党委发〔2016〕10号 names these four cares (Z02). */
enum Topic implements Coded {
    /** 思想上的关怀. */
    THOUGHT("thought"),
    /** 学习上的指导. */
    STUDY("study"),
    /** 工作上的帮带. */
    WORK("work"),
    /** 生活上的关心. */
    LIFE("life");

    private final String code;

    Topic(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
