package org.shangda.engine.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.shangda.engine.WorkTogether;
import org.shangda.engine.WorkTogether.Result;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Many tasks at once; each has its own answer, in the order in which they were asked for. */
@RestController
@RequestMapping("/api/work")
class WorkTogetherController {

    private final WorkTogether together;

    WorkTogetherController(WorkTogether together) {
        this.together = together;
    }

    /** @param tasks ids, 1 to 100 */
    record Claimed(List<String> tasks) {}

    /**
     * @param tasks ids, 1 to 100, all of one form
     * @param values of that form by their keys, as form-js gives them
     */
    record HandedIn(List<String> tasks, Map<String, Object> values) {}

    /** 签收. */
    @PostMapping("/claim")
    List<Result> claim(@RequestBody Claimed claimed, Principal caller) {
        return together.claim(claimed.tasks(), caller.getName());
    }

    /** Hands in one form for each of them: signs, urges, transfers. */
    @PostMapping("/together")
    List<Result> submit(@RequestBody HandedIn handedIn, Principal caller) {
        return together.submit(handedIn.tasks(), caller.getName(), handedIn.values());
    }
}
