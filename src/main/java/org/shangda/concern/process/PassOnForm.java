package org.shangda.concern.process;

import java.util.Map;
import org.shangda.concern.ConcernView;
import org.shangda.concern.FollowingService;
import org.shangda.concern.FollowingService.Confirmation;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.stereotype.Component;

/** 审阅并转达答复: the college in charge reads a department's answer first. */
@Component
class PassOnForm implements TaskForm<PassOnForm.Values> {

    /** @param decision {@code pass-on} or {@code question} */
    record Values(String decision, String words) {}

    private final FollowingService following;
    private final ConcernView view;

    PassOnForm(FollowingService following, ConcernView view) {
        this.following = following;
        this.view = view;
    }

    @Override
    public String id() {
        return "pass-on-answer";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(ConcernEscalation.PASS_ON_ANSWER);
    }

    @Override
    public Class<Values> values() {
        return Values.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = ShownPage.of(view.forUnitInCharge(task.number()));
        shown.put("decisions", view.decisionsOnAnswer(task.number()));
        return shown;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Values values) {
        Confirmation confirmation =
                new Confirmation(Decisions.yes(values.decision, "pass-on", "question"), values.words);
        return Map.of(ConcernEscalation.PASSED_ON, following.passOn(task.number(), task.caller(), confirmation));
    }
}
