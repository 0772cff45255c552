package org.shangda.pairing.process;

import java.util.Map;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.shangda.pairing.PairingService;
import org.shangda.pairing.PairingService.Succession;
import org.shangda.pairing.PairingView;
import org.springframework.stereotype.Component;

/** 「明确接手的党员」: no pair without somebody responsible. */
@Component
class FindCarrierForm implements TaskForm<Succession> {

    private final PairingService forming;
    private final PairingView view;

    FindCarrierForm(PairingService forming, PairingView view) {
        this.forming = forming;
        this.view = view;
    }

    @Override
    public String id() {
        return "find-carrier";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(PairingLifecycle.FIND_CARRIER);
    }

    @Override
    public Class<Succession> values() {
        return Succession.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return view.successionPage(task.number());
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Succession values) {
        return PairingLifecycle.codes(forming.findCarrier(task.number(), task.caller(), values));
    }
}
