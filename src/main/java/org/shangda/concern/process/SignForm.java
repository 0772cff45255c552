package org.shangda.concern.process;

import java.util.Map;
import org.shangda.concern.ConcernView;
import org.shangda.concern.HandlingService;
import org.shangda.concern.HandlingService.Signature;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.stereotype.Component;

/** 审签: the unit's head approves what leaves the unit, changes it, or sends it back. */
@Component
class SignForm implements TaskForm<SignForm.Values> {

    /** @param decision {@code approve} or {@code send-back} */
    record Values(String decision, String words, String tried, String reason) {}

    private final HandlingService handling;
    private final ConcernView view;

    SignForm(HandlingService handling, ConcernView view) {
        this.handling = handling;
        this.view = view;
    }

    @Override
    public String id() {
        return "sign-exit";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(LevelHandling.SIGN);
    }

    @Override
    public Class<Values> values() {
        return Values.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return ShownPage.of(view.forHandling(task.number(), task.id()));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Values values) {
        boolean approved = Decisions.yes(values.decision, "approve", "send-back");
        return CodesOf.signed(
                handling.sign(
                        task.number(),
                        task.id(),
                        task.caller(),
                        new Signature(approved, values.words, values.tried, values.reason)),
                approved);
    }
}
