package org.shangda.concern.process;

import java.util.Map;
import org.shangda.concern.ConcernView;
import org.shangda.concern.FollowingService;
import org.shangda.concern.FollowingService.RatingInput;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.stereotype.Component;

/** 评价答复. */
@Component
class RateForm implements TaskForm<RatingInput> {

    private final FollowingService following;
    private final ConcernView view;

    RateForm(FollowingService following, ConcernView view) {
        this.following = following;
        this.view = view;
    }

    @Override
    public String id() {
        return "rate-answer";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(ConcernEscalation.RATE);
    }

    @Override
    public Class<RatingInput> values() {
        return RatingInput.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return ShownPage.of(view.forFollower(task.number()));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, RatingInput rating) {
        return Map.of(ConcernEscalation.VERDICT, following.rate(task.number(), task.caller(), rating));
    }
}
