package org.shangda.concern.process;

/** Names in {@code concern-escalation.bpmn}: 党支部 → 院级党组织 → 职能部门 → 党委组织部. */
final class ConcernEscalation {

    static final String PROCESS = "concern-escalation";

    static final String MY_CONCERN = "UserTask_MyConcern";
    static final String RAISED_FOR_COLLEAGUE = "UserTask_RaisedForColleague";
    static final String PASS_ON_ANSWER = "UserTask_PassOnAnswer";
    static final String CONFIRM_REFERRAL = "UserTask_ConfirmReferral";
    static final String RATE = "UserTask_Rate";

    static final String TYPE = "type";
    static final String CATEGORY = "category";
    static final String HAZARD = "hazard";
    static final String ON_BEHALF = "onBehalf";
    static final String WITHDRAWN = "withdrawn";
    static final String SECOND_RETURN = "secondReturn";
    static final String CONFIRM_BY = "confirmBy";
    static final String ANSWERED_LEVEL = "answeredLevel";
    static final String PASSED_ON = "passedOn";
    static final String REFERS = "refers";
    static final String RATE_BY = "rateBy";
    static final String VERDICT = "verdict";

    private ConcernEscalation() {}
}
