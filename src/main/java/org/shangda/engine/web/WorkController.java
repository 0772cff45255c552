package org.shangda.engine.web;

import java.security.Principal;
import java.util.List;
import java.util.function.Predicate;
import org.shangda.engine.WaitingWork;
import org.shangda.engine.WaitingWork.Progress;
import org.shangda.work.WorkCards.WorkCard;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for whoever asks: titles, time left and the way so far, beside the lists of Tasklist. */
@RestController
@RequestMapping("/api/work")
class WorkController {

    private final WaitingWork work;

    WorkController(WaitingWork work) {
        this.work = work;
    }

    /**
     * @param person staff number of the caller
     * @param late how many of the caller's and of those that wait to be received are overdue
     * @param mine how many the caller has to do
     * @param toReceive how many wait to be received
     * @param following by how many the caller follows a case
     * @param items the most pressing first
     */
    record Work(String person, long late, long mine, long toReceive, long following, List<WorkCard> items) {}

    @GetMapping
    Work mine(Principal caller) {
        List<WorkCard> items = work.of(caller.getName());
        return new Work(
                caller.getName(),
                count(items, card -> !card.standing() && card.state().equals("overdue")),
                count(items, card -> !card.standing() && !card.toReceive()),
                count(items, card -> !card.standing() && card.toReceive()),
                count(items, WorkCard::standing),
                items);
    }

    private static long count(List<WorkCard> items, Predicate<WorkCard> which) {
        return items.stream().filter(which).count();
    }

    /** How the case of one of them has gone. */
    @GetMapping("/{task}/progress")
    Progress progress(@PathVariable String task) {
        return work.progress(task);
    }
}
