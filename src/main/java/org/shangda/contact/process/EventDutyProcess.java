package org.shangda.contact.process;

/** Names in {@code event-duty.bpmn}: 事件谈话. Neither person nor occasion is among them. */
final class EventDutyProcess {

    static final String PROCESS = "event-duty";

    static final String TALK = "UserTask_EventTalk";
    static final String FOLLOW_UP_TALK = "UserTask_FollowUpTalk";

    static final String REMIND_AT = "remindAt";
    static final String DUE_AT = "dueAt";
    static final String TALK_AGAIN = "talkAgain";

    private EventDutyProcess() {}
}
