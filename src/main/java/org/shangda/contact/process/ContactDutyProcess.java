package org.shangda.contact.process;

import org.shangda.work.Answer;
import org.shangda.work.Answer.Kind;

/** Names in {@code contact-duty.bpmn}: 联系任务, one case for a carrier and a period. */
final class ContactDutyProcess {

    static final String PROCESS = "contact-duty";

    static final String REGISTER = "UserTask_Register";
    static final String FOLLOW_UP = "UserTask_FollowUp";
    static final String COLLEGE_LOOK = "UserTask_CollegeLook";

    static final String REMIND_AT = "remindAt";
    static final String CLOSES_AT = "closesAt";
    static final String DISCHARGED = "discharged";
    static final String MISSED = "missed";
    static final String FOLLOW_UP_BY = "followUpBy";

    /** The message that nothing is owed any longer. */
    static final String DUTIES_SETTLED = "duties-settled";

    static final Answer[] OPENED = {
        Answer.of(REMIND_AT, Kind.DAY).and(CLOSES_AT, Kind.DAY).leadsTo(REGISTER)
    };
    static final Answer[] REGISTERED = {
        Answer.of(DISCHARGED, true).ends(), Answer.of(DISCHARGED, false).leadsTo(REGISTER)
    };
    static final Answer[] CLOSED = {
        Answer.of(MISSED, true).and(FOLLOW_UP_BY, Kind.DAY).leadsTo(FOLLOW_UP),
        Answer.of(MISSED, false).ends()
    };

    private ContactDutyProcess() {}
}
