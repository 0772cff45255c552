package org.shangda.concern.process;

import java.util.Map;
import org.shangda.concern.ConcernView;
import org.shangda.concern.ExitInput;
import org.shangda.concern.HandlingService;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.stereotype.Component;

/** 办理: the handler chooses one of the exits that the table opens at this level. */
@Component
class HandleForm implements TaskForm<ExitInput> {

    private final HandlingService handling;
    private final ConcernView view;

    HandleForm(HandlingService handling, ConcernView view) {
        this.handling = handling;
        this.view = view;
    }

    @Override
    public String id() {
        return "handle-concern";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(LevelHandling.HANDLE);
    }

    @Override
    public Class<ExitInput> values() {
        return ExitInput.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return ShownPage.of(view.forHandling(task.number(), task.id()));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, ExitInput input) {
        return CodesOf.progress(handling.take(task.number(), task.id(), task.caller(), input));
    }
}
