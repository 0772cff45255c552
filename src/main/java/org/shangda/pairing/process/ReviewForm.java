package org.shangda.pairing.process;

import java.util.HashMap;
import java.util.Map;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.shangda.pairing.PairingView;
import org.shangda.pairing.PairingView.WavePage;
import org.shangda.pairing.WaveService;
import org.shangda.pairing.WaveService.Review;
import org.springframework.stereotype.Component;

/** 「核对结对名单」: one row per pair, changed and sent out by the college. */
@Component
class ReviewForm implements TaskForm<Review> {

    private final WaveService waves;
    private final PairingView view;

    ReviewForm(WaveService waves, PairingView view) {
        this.waves = waves;
        this.view = view;
    }

    @Override
    public String id() {
        return "review-wave";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(PairingWave.REVIEW);
    }

    @Override
    public Class<Review> values() {
        return Review.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        WavePage page = view.wavePage(task.number());
        Map<String, Object> shown = new HashMap<>();
        shown.put("number", task.number());
        shown.put("waveName", page.name());
        shown.put("kindLabel", page.kind());
        shown.put("existing", page.existing());
        shown.put("collegeName", page.college());
        shown.put("categoryNames", page.categories());
        shown.put("pairs", page.rows());
        return shown;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Review review) {
        return Map.of(PairingWave.DECISION, waves.review(task.number(), task.caller(), review));
    }
}
