package org.shangda.reporting.process;

/** Names in {@code semester-summary.bpmn}: 学期总结. */
final class SemesterSummary {

    static final String PROCESS = "semester-summary";

    static final String WRITE = "UserTask_Write";
    static final String REVIEW = "UserTask_Review";

    static final String REMIND_AT = "remindAt";
    static final String DUE_AT = "dueAt";
    static final String REVIEW_BY = "reviewBy";
    static final String GOES_UP = "goesUp";
    static final String ACCEPTED = "accepted";

    private SemesterSummary() {}
}
