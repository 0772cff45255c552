package org.shangda.contact;

/** Why a contact did not take place, as far as anybody but the two needs to know. */
enum MissedReason implements Coded {
    /** 工作冲突. */
    BUSY("busy"),
    /** 结对党员、领导外出或请假. */
    CARRIER_AWAY("carrier-away"),
    /** 联系对象外出或请假. */
    COLLEAGUE_AWAY("colleague-away"),
    /** 联系对象暂不愿联系. */
    NOT_WISHED("not-wished"),
    /** 已联系,未登记. */
    NOT_RECORDED("not-recorded"),
    /** 其他. */
    OTHER("other");

    private final String code;

    MissedReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
