package org.shangda.concern.process;

import java.util.Map;
import org.shangda.concern.ConcernView;
import org.shangda.concern.HandlingService;
import org.shangda.concern.HandlingService.Paper;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.stereotype.Component;

/** 请补充: the colleague answers what was asked. */
@Component
class SupplementForm implements TaskForm<Paper> {

    private final HandlingService handling;
    private final ConcernView view;

    SupplementForm(HandlingService handling, ConcernView view) {
        this.handling = handling;
        this.view = view;
    }

    @Override
    public String id() {
        return "supplement";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(LevelHandling.SUPPLEMENT);
    }

    @Override
    public Class<Paper> values() {
        return Paper.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = ShownPage.of(view.forFollower(task.number()));
        shown.put("question", view.question(task.number(), task.id(LevelHandling.HANDLING)));
        return shown;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Paper paper) {
        return CodesOf.progress(
                handling.supplement(task.number(), task.id(LevelHandling.HANDLING), task.caller(), paper));
    }
}
