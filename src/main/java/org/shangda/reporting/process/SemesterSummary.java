package org.shangda.reporting.process;

import org.shangda.work.Answer;
import org.shangda.work.Answer.Kind;

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

    private static final Answer DATES =
            Answer.of(REMIND_AT, Kind.DAY).and(DUE_AT, Kind.DAY).leadsTo(WRITE);

    static final Answer[] SET_OUT = {DATES};
    static final Answer[] HANDED_UP = {
        Answer.of(GOES_UP, true).and(REVIEW_BY, Kind.DAY).leadsTo(REVIEW),
        Answer.of(GOES_UP, false).ends()
    };
    static final Answer[] REVIEWED = {
        Answer.of(ACCEPTED, true).ends(), Answer.of(ACCEPTED, false).and(DATES)
    };

    private SemesterSummary() {}
}
