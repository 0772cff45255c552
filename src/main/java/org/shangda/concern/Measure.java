package org.shangda.concern;

import org.shangda.words.WordKind;

/** What a supervisor may decide. */
enum Measure {
    /** 催办: once; supervision goes on. */
    URGE("urge", "stay"),
    /** 延长期限: once. */
    EXTEND("extend", "extended"),
    /** 提级办理: the supervising unit handles it itself. */
    TAKE_OVER("take-over", "reassigned"),
    /** 改由其他单位办理. */
    GIVE("give", "reassigned"),
    /** 报上一级. */
    MOVE_UP("move-up", "moved-up");

    private final String code;
    private final String decision;

    Measure(String code, String decision) {
        this.code = code;
        this.decision = decision;
    }

    String code() {
        return code;
    }

    /** What becomes of the supervision. */
    String decision() {
        return decision;
    }

    /** @param code of a measure, or another name of one */
    static Measure of(String code) {
        return Codes.of(values(), Measure::code, WordKind.plain(code), "measure");
    }
}
