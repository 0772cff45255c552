package org.shangda.contact;

/** What was done for a colleague or a branch (Z04, J15). */
enum Action implements Coded {
    /** 宣传解释政策. */
    EXPLAINED_POLICY("explained-policy"),
    /** 帮助教学科研. */
    HELPED_WORK("helped-work"),
    /** 帮助解决生活困难. */
    HELPED_LIFE("helped-life"),
    /** 协调有关部门. */
    COORDINATED("coordinated"),
    /** 听取意见建议. */
    LISTENED("listened"),
    /** 指导支部工作. */
    GUIDED_BRANCH("guided-branch");

    private final String code;

    Action(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
