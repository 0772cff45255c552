package org.shangda.contact.process;

import java.util.Date;
import java.util.Map;
import org.shangda.contact.EventTalkService;
import org.shangda.contact.EventTalkService.Arrangement;
import org.shangda.contact.EventTalkService.Dates;
import org.shangda.engine.StartForm;
import org.springframework.stereotype.Component;

/** 安排事件谈话. */
@Component
class ArrangeTalkForm implements StartForm<Arrangement> {

    private final EventTalkService talks;

    ArrangeTalkForm(EventTalkService talks) {
        this.talks = talks;
    }

    @Override
    public String id() {
        return "arrange-event-talk";
    }

    @Override
    public String process() {
        return EventDutyProcess.PROCESS;
    }

    @Override
    public Class<Arrangement> values() {
        return Arrangement.class;
    }

    @Override
    public Started submit(String caller, Arrangement arrangement) {
        Dates dates = talks.arrange(caller, arrangement);
        return new Started(dates.number(), codes(dates));
    }

    static Map<String, Object> codes(Dates dates) {
        return Map.of(
                EventDutyProcess.REMIND_AT, Date.from(dates.remindAt()),
                EventDutyProcess.DUE_AT, Date.from(dates.dueAt()));
    }
}
