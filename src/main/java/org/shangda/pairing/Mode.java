package org.shangda.pairing;

/** How a pair came about (Z10): 「组织选派或党员、群众自行联系等多种方式完成结对」. */
enum Mode {
    ASSIGNED("assigned"),
    MEMBER_ASKED("member-asked"),
    COLLEAGUE_ASKED("colleague-asked"),
    /** It was there before the system was. */
    IMPORTED("imported");

    private final String code;

    Mode(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
