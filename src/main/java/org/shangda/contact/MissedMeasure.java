package org.shangda.contact;

/** What comes of a missed contact. */
enum MissedMeasure implements Coded {
    /** 约定日期补联系. */
    MAKE_UP("make-up"),
    /** 已提醒本人. */
    REMINDED("reminded"),
    /** 建议调整结对. */
    CHANGE_PAIR("change-pair"),
    /** 本期免于联系. */
    EXCUSED("excused");

    private final String code;

    MissedMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
