package org.shangda.concern;

/** What kind of concern it is. */
public enum ConcernType {
    /** 实际困难. */
    DIFFICULTY("difficulty"),
    /** 问题. */
    PROBLEM("problem"),
    /** 意见建议: rated, but not handled again. */
    SUGGESTION("suggestion"),
    /** 安全隐患: goes to college and department at once, and no vacation stops its clock. */
    HAZARD("hazard");

    private final String code;

    ConcernType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static ConcernType of(String code) {
        return Codes.of(values(), ConcernType::code, code, "type");
    }
}
