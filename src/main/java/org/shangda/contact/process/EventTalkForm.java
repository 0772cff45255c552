package org.shangda.contact.process;

import java.util.HashMap;
import java.util.Map;
import org.shangda.contact.ContactView;
import org.shangda.contact.ContactView.Talk;
import org.shangda.contact.EventTalkService;
import org.shangda.contact.EventTalkService.Held;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.stereotype.Component;

/** 事件谈话: that it was held. No field takes a word about what was said. */
@Component
class EventTalkForm implements TaskForm<Held> {

    private final EventTalkService talks;
    private final ContactView view;

    EventTalkForm(EventTalkService talks, ContactView view) {
        this.talks = talks;
        this.view = view;
    }

    @Override
    public String id() {
        return "event-talk";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(EventDutyProcess.TALK);
    }

    @Override
    public Class<Held> values() {
        return Held.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Talk talk = view.talk(task.number(), task.caller());
        Map<String, Object> shown = new HashMap<>();
        shown.put("number", talk.number());
        shown.put("personName", talk.person());
        shown.put("occasionLabel", talk.occasion());
        shown.put("clause", talk.clause());
        shown.put("diverted", talk.diverted());
        return shown;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Held held) {
        talks.held(task.number(), task.caller(), held);
        return Map.of();
    }
}
