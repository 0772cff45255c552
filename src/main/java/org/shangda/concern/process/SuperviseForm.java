package org.shangda.concern.process;

import java.util.HashMap;
import java.util.Map;
import org.shangda.concern.ConcernView;
import org.shangda.concern.ConcernView.SupervisionPage;
import org.shangda.concern.SupervisionService;
import org.shangda.concern.SupervisionService.Input;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.stereotype.Component;

/** 督办: where, how late and why, without the story. */
@Component
class SuperviseForm implements TaskForm<Input> {

    private final SupervisionService supervision;
    private final ConcernView view;

    SuperviseForm(SupervisionService supervision, ConcernView view) {
        this.supervision = supervision;
        this.view = view;
    }

    @Override
    public String id() {
        return "supervise";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(SupervisionProcess.SUPERVISE);
    }

    @Override
    public Class<Input> values() {
        return Input.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        SupervisionPage page = view.forSupervision(task.number(), task.id(LevelHandling.HANDLING));
        Map<String, Object> shown = new HashMap<>();
        shown.put("number", page.number());
        shown.put("kind", page.type() + " · " + page.category());
        shown.put("lateUnit", page.unit());
        shown.put("levelLabel", page.level());
        shown.put("reasonLabel", page.reason());
        shown.put("clock", page.clock());
        shown.put("measures", page.measures());
        shown.put("unitChoices", page.units());
        shown.put("dutyTelephone", page.dutyTelephone());
        return shown;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Input input) {
        return CodesOf.decided(
                supervision.decide(task.number(), task.id(LevelHandling.HANDLING), task.caller(), input));
    }
}
