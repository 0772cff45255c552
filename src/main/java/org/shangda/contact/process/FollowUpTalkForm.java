package org.shangda.contact.process;

import java.util.HashMap;
import java.util.Map;
import org.shangda.contact.ContactView;
import org.shangda.contact.ContactView.Talk;
import org.shangda.contact.EventTalkService;
import org.shangda.contact.EventTalkService.Dates;
import org.shangda.contact.EventTalkService.LateTalk;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.stereotype.Component;

/** 跟进逾期的事件谈话: who was to talk and by when, neither to whom nor why. */
@Component
class FollowUpTalkForm implements TaskForm<LateTalk> {

    private final EventTalkService talks;
    private final ContactView view;

    FollowUpTalkForm(EventTalkService talks, ContactView view) {
        this.talks = talks;
        this.view = view;
    }

    @Override
    public String id() {
        return "follow-up-talk";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(EventDutyProcess.FOLLOW_UP_TALK);
    }

    @Override
    public Class<LateTalk> values() {
        return LateTalk.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Talk talk = view.talk(task.number(), task.caller());
        return Map.of("number", talk.number(), "talkerName", talk.talker(), "due", talk.dueOn());
    }

    @Override
    public Map<String, Object> submit(OpenTask task, LateTalk input) {
        Dates dates = talks.followUp(task.number(), task.caller(), input);
        Map<String, Object> codes = new HashMap<>();
        codes.put(EventDutyProcess.TALK_AGAIN, dates != null);
        if (dates != null) {
            codes.putAll(ArrangeTalkForm.codes(dates));
        }
        return codes;
    }
}
