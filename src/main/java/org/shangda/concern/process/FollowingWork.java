package org.shangda.concern.process;

import static org.shangda.work.Course.Who.EVERYBODY;

import java.util.Map;
import org.shangda.concern.ConcernFiles;
import org.shangda.concern.ConcernLists;
import org.shangda.concern.ConcernPages;
import org.shangda.concern.ConcernProcess.Departure;
import org.shangda.concern.DutyTelephones;
import org.shangda.concern.FollowingService;
import org.shangda.concern.FollowingService.Action;
import org.shangda.concern.FollowingService.RatingInput;
import org.shangda.concern.LevelWork;
import org.shangda.concern.RaisingService;
import org.shangda.concern.process.Decisions.PassingOn;
import org.shangda.concern.process.Decisions.Referring;
import org.shangda.work.Answer;
import org.shangda.work.Course;
import org.shangda.work.Offer;
import org.shangda.work.StartForm;
import org.shangda.work.StartForm.Started;
import org.shangda.work.Work;
import org.shangda.work.WorkItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How a concern sets out, and what the colleague and the unit in charge do for it between its levels. */
@Configuration(proxyBeanMethods = false)
class FollowingWork {

    private final LevelWork level;
    private final FollowingService following;
    private final ConcernPages pages;
    private final ConcernLists lists;
    private final ListedConcerns listed;
    private final DutyTelephones duty;
    private final ConcernFiles files;

    FollowingWork(
            LevelWork level,
            FollowingService following,
            ConcernPages pages,
            ConcernLists lists,
            ListedConcerns listed,
            DutyTelephones duty,
            ConcernFiles files) {
        this.level = level;
        this.following = following;
        this.pages = pages;
        this.lists = lists;
        this.listed = listed;
        this.duty = duty;
        this.files = files;
    }

    // --- concern-escalation ------------------------------------------------------------------------------------------

    /** 「反映问题、困难或建议」: whoever raises it, for themselves or for a colleague. */
    @Bean
    Course concernEscalation(RaisingService raising) {
        return Course.of(ConcernEscalation.PROCESS)
                .setsOutWith(MayTell.SET_OUT)
                .startedBy(
                        EVERYBODY,
                        StartForm.of("raise-concern", RaiseForm.class)
                                .shows(caller -> {
                                    Map<String, Object> shown = lists.raising(caller);
                                    shown.put("unusedFiles", files.unused(caller));
                                    return shown;
                                })
                                .starts((caller, form) -> {
                                    Departure departure = raising.store(caller, form.concern());
                                    return new Started(departure.number(), CodesOf.departure(departure));
                                })
                                .comparedBy(RaiseForm::concern)
                                .mayLack("standAside", "place", "files"))
                .withTasks(
                        ConcernEscalation.MY_CONCERN,
                        ConcernEscalation.RAISED_FOR_COLLEAGUE,
                        ConcernEscalation.PASS_ON_ANSWER,
                        ConcernEscalation.CONFIRM_REFERRAL,
                        ConcernEscalation.RATE);
    }

    /** 「我的事项」: the colleague's standing task. */
    @Bean
    WorkItem<Action> myConcern() {
        return follow(ConcernEscalation.MY_CONCERN)
                .offeredTo(work -> following.offerToColleague(work.number(), "my-concern", null));
    }

    /** That of whoever raised the concern for a colleague. */
    @Bean
    WorkItem<Action> raisedForColleague() {
        return follow(ConcernEscalation.RAISED_FOR_COLLEAGUE)
                .offeredTo(work -> following.offerToRaiser(work.number(), "raised-for-colleague"));
    }

    private WorkItem<Action> follow(String key) {
        return WorkItem.of(key, "my-concern", Action.class)
                .readAhead(numbers -> level.readAhead(numbers))
                .listedAs(works -> listed.followed(works))
                .shows(work -> ShownPage.of(
                        pages.forFollower(work.number()),
                        Map.of(
                                "travels",
                                pages.travels(),
                                "duty",
                                duty.of(work.number()),
                                "unusedFiles",
                                files.unused(work.caller()))))
                .takes((work, action) ->
                        Map.of(ConcernEscalation.WITHDRAWN, following.act(work.number(), work.caller(), action)))
                .answers(MayTell.WITHDRAWN)
                .says(CodesOf::said)
                .standing();
    }

    /** 审阅并转达答复: the college in charge reads a department's answer first. */
    @Bean
    WorkItem<PassingOn> passOnAnswer() {
        return WorkItem.of(ConcernEscalation.PASS_ON_ANSWER, "pass-on-answer", PassingOn.class)
                .listedAs(works -> listed.between(works))
                .detailedAs(works -> listed.details(works, (ways, work) -> ways.inCharge(work.number())))
                .offeredTo(work -> following.offerToUnitInCharge(work.number(), "pass-on"))
                .shows(work -> ShownPage.of(
                        pages.forUnitInCharge(work.number()),
                        Map.of("decisions", pages.decisionsOnAnswer(work.number()))))
                .takes((work, values) -> Map.of(
                        ConcernEscalation.PASSED_ON,
                        following.passOn(work.number(), work.caller(), values.confirmation())))
                .answers(Answer.oneOf(ConcernEscalation.PASSED_ON, true, false))
                .readAhead(numbers -> level.readAhead(numbers))
                .whenHandedOver(this::handedOver);
    }

    /** 确认报党委组织部汇总: the college in charge confirms that an unsolved concern goes on, or takes it back. */
    @Bean
    WorkItem<Referring> confirmReferral() {
        return WorkItem.of(ConcernEscalation.CONFIRM_REFERRAL, "confirm-referral", Referring.class)
                .listedAs(works -> listed.between(works))
                .detailedAs(works -> listed.details(works, (ways, work) -> ways.inCharge(work.number())))
                .offeredTo(work -> following.offerToUnitInCharge(work.number(), "referral"))
                .shows(work -> ShownPage.of(pages.forUnitInCharge(work.number())))
                .takes((work, values) -> Map.of(
                        ConcernEscalation.REFERS,
                        following.referOn(work.number(), work.caller(), values.confirmation())))
                .answers(Answer.oneOf(ConcernEscalation.REFERS, true, false))
                .readAhead(numbers -> level.readAhead(numbers))
                .whenHandedOver(this::handedOver);
    }

    /** 评价答复. */
    @Bean
    WorkItem<RatingInput> rateAnswer() {
        return WorkItem.of(ConcernEscalation.RATE, "rate-answer", RatingInput.class)
                .mayLack("words")
                .readAhead(numbers -> level.readAhead(numbers))
                .listedAs(works -> listed.between(works))
                .listedUnder("rate")
                .detailedAs(works -> listed.details(works, (ways, work) -> ways.followed(work.number())))
                .offeredTo(work -> following.offerToColleague(
                        work.number(), "rate", LevelHandling.instant(work, ConcernEscalation.RATE_BY)))
                .shows(work -> ShownPage.of(pages.forFollower(work.number()), lists.rating()))
                .takes((work, rating) ->
                        Map.of(ConcernEscalation.VERDICT, following.rate(work.number(), work.caller(), rating)))
                .answers(MayTell.RATED)
                .says(CodesOf::said)
                .personal();
    }

    // --- shared ------------------------------------------------------------------------------------------------------

    private void handedOver(Work work, Offer to) {
        level.handedOver(work.number(), work.id(), to.what());
    }
}
