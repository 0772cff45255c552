package org.shangda.contact.process;

import java.util.Map;
import org.shangda.contact.ContactView;
import org.shangda.contact.DutyService;
import org.shangda.contact.DutyService.Look;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.stereotype.Component;

/** 查看未完成的联系: what nobody followed up in time. */
@Component
class CollegeLookForm implements TaskForm<Look> {

    private final DutyService duties;
    private final ContactView view;

    CollegeLookForm(DutyService duties, ContactView view) {
        this.duties = duties;
        this.view = view;
    }

    @Override
    public String id() {
        return "college-look";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(ContactDutyProcess.COLLEGE_LOOK);
    }

    @Override
    public Class<Look> values() {
        return Look.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return ShownRows.missed(view.page(task.number()));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Look input) {
        duties.look(task.number(), task.caller(), input);
        return Map.of();
    }
}
