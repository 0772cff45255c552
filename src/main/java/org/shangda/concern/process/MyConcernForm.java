package org.shangda.concern.process;

import java.util.Map;
import org.shangda.concern.ConcernView;
import org.shangda.concern.FollowingService;
import org.shangda.concern.FollowingService.Action;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.stereotype.Component;

/** 「我的事项」: the colleague's standing task, and that of whoever raised the concern for a colleague. */
@Component
class MyConcernForm implements TaskForm<Action> {

    private final FollowingService following;
    private final ConcernView view;

    MyConcernForm(FollowingService following, ConcernView view) {
        this.following = following;
        this.view = view;
    }

    @Override
    public String id() {
        return "my-concern";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(ConcernEscalation.MY_CONCERN) || taskKey.equals(ConcernEscalation.RAISED_FOR_COLLEAGUE);
    }

    @Override
    public Class<Action> values() {
        return Action.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = ShownPage.of(view.forFollower(task.number()));
        shown.put("travels", view.travels());
        return shown;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Action action) {
        return Map.of(ConcernEscalation.WITHDRAWN, following.act(task.number(), task.caller(), action));
    }
}
