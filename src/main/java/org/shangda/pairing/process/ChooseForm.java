package org.shangda.pairing.process;

import java.util.Map;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.shangda.pairing.PairingService;
import org.shangda.pairing.PairingService.Choice;
import org.shangda.pairing.PairingView;
import org.springframework.stereotype.Component;

/** 「另选结对党员」: the college; who would be proposed next is filled in. */
@Component
class ChooseForm implements TaskForm<Choice> {

    private final PairingService forming;
    private final PairingView view;

    ChooseForm(PairingService forming, PairingView view) {
        this.forming = forming;
        this.view = view;
    }

    @Override
    public String id() {
        return "choose-partner";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(PairingLifecycle.CHOOSE_ANOTHER);
    }

    @Override
    public Class<Choice> values() {
        return Choice.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return view.choicePage(task.number());
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Choice values) {
        return PairingLifecycle.codes(forming.choose(task.number(), task.caller(), values));
    }
}
