package org.shangda.concern;

/** Where a collected concern was heard or found (Z22: 定期收集). */
enum CollectedFrom {
    MEETING("meeting"),
    BOX("box"),
    TELEPHONE("telephone"),
    VISIT("visit"),
    ONLINE("online"),
    RECEPTION("reception");

    private final String code;

    CollectedFrom(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static CollectedFrom of(String code) {
        return Codes.of(values(), CollectedFrom::code, code, "channel");
    }
}
