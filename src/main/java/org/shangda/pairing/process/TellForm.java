package org.shangda.pairing.process;

import java.util.Map;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.shangda.pairing.PairingService;
import org.shangda.pairing.PairingService.Told;
import org.shangda.pairing.PairingView;
import org.springframework.stereotype.Component;

/** 「告知已有结对」: the colleague may object. */
@Component
class TellForm implements TaskForm<Told> {

    private final PairingService forming;
    private final PairingView view;

    TellForm(PairingService forming, PairingView view) {
        this.forming = forming;
        this.view = view;
    }

    @Override
    public String id() {
        return "tell-colleague";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(PairingLifecycle.TELL_COLLEAGUE);
    }

    @Override
    public Class<Told> values() {
        return Told.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return view.colleaguePage(task.number());
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Told values) {
        return PairingLifecycle.codes(forming.told(task.number(), task.caller(), values));
    }
}
