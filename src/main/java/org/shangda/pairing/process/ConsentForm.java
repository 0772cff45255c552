package org.shangda.pairing.process;

import java.util.Map;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.shangda.pairing.PairingService;
import org.shangda.pairing.PairingService.Consent;
import org.shangda.pairing.PairingView;
import org.springframework.stereotype.Component;

/** 「是否愿意结对」: the colleague agrees, declines, or asks for somebody else without giving reasons. */
@Component
class ConsentForm implements TaskForm<Consent> {

    private final PairingService forming;
    private final PairingView view;

    ConsentForm(PairingService forming, PairingView view) {
        this.forming = forming;
        this.view = view;
    }

    @Override
    public String id() {
        return "consent-to-pair";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(PairingLifecycle.CONSENT);
    }

    @Override
    public Class<Consent> values() {
        return Consent.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return view.colleaguePage(task.number());
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Consent values) {
        return PairingLifecycle.codes(forming.consent(task.number(), task.caller(), values));
    }
}
