package org.shangda.concern.process;

import java.util.Map;
import org.shangda.concern.ConcernView;
import org.shangda.concern.HandlingService;
import org.shangda.concern.HandlingService.Decision;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.stereotype.Component;

/** 登记学校研究决定: the university's decision answers the concern. */
@Component
class DecisionForm implements TaskForm<Decision> {

    private final HandlingService handling;
    private final ConcernView view;

    DecisionForm(HandlingService handling, ConcernView view) {
        this.handling = handling;
        this.view = view;
    }

    @Override
    public String id() {
        return "record-decision";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(LevelHandling.RECORD_DECISION);
    }

    @Override
    public Class<Decision> values() {
        return Decision.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = ShownPage.of(view.forHandling(task.number(), task.id()));
        shown.put("submitted", shown.remove("words"));
        shown.remove("unit");
        return shown;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Decision decision) {
        return CodesOf.progress(handling.recordDecision(task.number(), task.id(), task.caller(), decision));
    }
}
