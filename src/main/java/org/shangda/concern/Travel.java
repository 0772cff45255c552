package org.shangda.concern;

import java.util.Arrays;
import java.util.List;

/** How far a concern may travel, and whether the colleague's name travels with it. The colleague decides. */
public enum Travel {
    /** 实名办理. */
    NAMED("named"),
    /** 支部以上不显示姓名. */
    NAMELESS_ABOVE_BRANCH("nameless-above-branch"),
    /** 仅限首接人知悉,不上报. */
    FIRST_RECEIVER_ONLY("first-receiver-only");

    private final String code;

    Travel(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Travel::code).toList();
    }

    static Travel of(String code) {
        return Codes.of(values(), Travel::code, code, "travel");
    }
}
