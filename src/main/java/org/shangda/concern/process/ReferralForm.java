package org.shangda.concern.process;

import java.util.Map;
import org.shangda.concern.ConcernView;
import org.shangda.concern.FollowingService;
import org.shangda.concern.FollowingService.Confirmation;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.stereotype.Component;

/** 确认报党委组织部汇总: the college in charge confirms that an unsolved concern goes on, or takes it back. */
@Component
class ReferralForm implements TaskForm<ReferralForm.Values> {

    /** @param decision {@code refer} or {@code take-back} */
    record Values(String decision, String words) {}

    private final FollowingService following;
    private final ConcernView view;

    ReferralForm(FollowingService following, ConcernView view) {
        this.following = following;
        this.view = view;
    }

    @Override
    public String id() {
        return "confirm-referral";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(ConcernEscalation.CONFIRM_REFERRAL);
    }

    @Override
    public Class<Values> values() {
        return Values.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return ShownPage.of(view.forUnitInCharge(task.number()));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Values values) {
        Confirmation confirmation =
                new Confirmation(Decisions.yes(values.decision, "refer", "take-back"), values.words);
        return Map.of(ConcernEscalation.REFERS, following.referOn(task.number(), task.caller(), confirmation));
    }
}
