package org.shangda.concern.web;

import java.security.Principal;
import java.util.List;
import org.shangda.concern.DutyTelephones;
import org.shangda.concern.DutyTelephones.OnDuty;
import org.shangda.concern.MyConcerns;
import org.shangda.concern.MyConcerns.Matter;
import org.shangda.concern.MyConcerns.Matters;
import org.shangda.engine.WaitingWork;
import org.shangda.work.WorkCards.WorkCard;
import org.shangda.work.WorkItems;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The colleague's own page: what they have raised, and what is asked of them. */
@RestController
@RequestMapping("/api/mine")
class MyConcernsController {

    private final MyConcerns mine;
    private final DutyTelephones duty;
    private final WaitingWork work;
    private final WorkItems items;

    MyConcernsController(MyConcerns mine, DutyTelephones duty, WaitingWork work, WorkItems items) {
        this.mine = mine;
        this.duty = duty;
        this.work = work;
        this.items = items;
    }

    /**
     * @param tasks what is asked of the caller as a colleague, for their concerns and otherwise; the standing ones are
     *     those by which a concern is followed
     */
    record Mine(List<Matter> concerns, long total, int page, int pages, List<WorkCard> tasks) {}

    /**
     * The concerns that the caller has raised, or that were raised for them.
     *
     * @param closed those that have ended, instead of those that go on
     * @param q a part of title or number, at most 100 characters
     * @param page counted from 0
     */
    @GetMapping
    Mine mine(
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(required = false) String q,
            @RequestParam(defaultValue = "0") int page,
            Principal caller) {
        Matters matters = mine.of(caller.getName(), closed, q, page);
        return new Mine(
                matters.concerns(),
                matters.total(),
                matters.page(),
                matters.pages(),
                work.of(caller.getName(), items.ownMatters()));
    }

    /** Whom to call in danger, before anything is raised. */
    @GetMapping("/duty")
    OnDuty duty(Principal caller) {
        return duty.before(caller.getName());
    }
}
