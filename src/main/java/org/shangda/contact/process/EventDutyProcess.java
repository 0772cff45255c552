package org.shangda.contact.process;

import org.shangda.work.Answer;
import org.shangda.work.Answer.Kind;

/** Names in {@code event-duty.bpmn}: 事件谈话. Neither person nor occasion is among them. */
final class EventDutyProcess {

    static final String PROCESS = "event-duty";

    static final String TALK = "UserTask_EventTalk";
    static final String FOLLOW_UP_TALK = "UserTask_FollowUpTalk";

    static final String REMIND_AT = "remindAt";
    static final String DUE_AT = "dueAt";
    static final String TALK_AGAIN = "talkAgain";

    static final Answer ARRANGED =
            Answer.of(REMIND_AT, Kind.DAY).and(DUE_AT, Kind.DAY).leadsTo(TALK);
    static final Answer[] FOLLOWED_UP = {
        Answer.of(TALK_AGAIN, true).and(ARRANGED), Answer.of(TALK_AGAIN, false).ends()
    };

    private EventDutyProcess() {}
}
