package org.shangda.pairing.process;

import java.util.Map;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.shangda.pairing.PairingService;
import org.shangda.pairing.PairingService.Acceptance;
import org.shangda.pairing.PairingView;
import org.springframework.stereotype.Component;

/** 「接受结对」: the Party member or leader. */
@Component
class AcceptForm implements TaskForm<Acceptance> {

    private final PairingService forming;
    private final PairingView view;

    AcceptForm(PairingService forming, PairingView view) {
        this.forming = forming;
        this.view = view;
    }

    @Override
    public String id() {
        return "accept-pair";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(PairingLifecycle.ACCEPT);
    }

    @Override
    public Class<Acceptance> values() {
        return Acceptance.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return view.page(task.number());
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Acceptance values) {
        return PairingLifecycle.codes(forming.accept(task.number(), task.caller(), values));
    }
}
