package org.shangda.concern.process;

import java.util.Map;
import org.shangda.concern.ConcernView;
import org.shangda.concern.ConcernView.OpinionPage;
import org.shangda.concern.HandlingService;
import org.shangda.concern.HandlingService.Paper;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.stereotype.Component;

/** 协办: a unit that was asked to assist gives its opinion to the lead unit. */
@Component
class OpinionForm implements TaskForm<Paper> {

    private final HandlingService handling;
    private final ConcernView view;

    OpinionForm(HandlingService handling, ConcernView view) {
        this.handling = handling;
        this.view = view;
    }

    @Override
    public String id() {
        return "give-opinion";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(LevelHandling.OPINION);
    }

    @Override
    public Class<Paper> values() {
        return Paper.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        OpinionPage page = view.forOpinion(task.id());
        Map<String, Object> shown = ShownPage.of(page.page());
        shown.put("lead", page.lead());
        shown.put("question", page.question());
        return shown;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Paper paper) {
        handling.giveOpinion(task.id(), task.caller(), paper);
        return Map.of();
    }
}
