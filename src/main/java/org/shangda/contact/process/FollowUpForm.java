package org.shangda.contact.process;

import java.util.Map;
import org.shangda.contact.ContactView;
import org.shangda.contact.DutyService;
import org.shangda.contact.DutyService.FollowUp;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.stereotype.Component;

/** 跟进未完成的联系: why, and what comes of it, each one of a list. */
@Component
class FollowUpForm implements TaskForm<FollowUp> {

    private final DutyService duties;
    private final ContactView view;

    FollowUpForm(DutyService duties, ContactView view) {
        this.duties = duties;
        this.view = view;
    }

    @Override
    public String id() {
        return "follow-up";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(ContactDutyProcess.FOLLOW_UP);
    }

    @Override
    public Class<FollowUp> values() {
        return FollowUp.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return ShownRows.missed(view.page(task.number()));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, FollowUp input) {
        duties.followUp(task.number(), task.caller(), input);
        return Map.of();
    }
}
