package org.shangda.concern.process;

import static org.shangda.work.Course.Who.HANDLERS;

import java.util.HashMap;
import java.util.Map;
import org.shangda.concern.Agenda;
import org.shangda.concern.Agenda.Decision;
import org.shangda.concern.AgendaPages;
import org.shangda.concern.Assistance;
import org.shangda.concern.CollectingService;
import org.shangda.concern.CollectingService.Collection;
import org.shangda.concern.ConcernFiles;
import org.shangda.concern.ConcernLists;
import org.shangda.concern.ConcernPages;
import org.shangda.concern.ConcernPages.OpinionPage;
import org.shangda.concern.ConcernPages.SupervisionPage;
import org.shangda.concern.ExitInput;
import org.shangda.concern.FollowingService;
import org.shangda.concern.HandlingService;
import org.shangda.concern.HandlingService.Signature;
import org.shangda.concern.LevelTime;
import org.shangda.concern.LevelWork;
import org.shangda.concern.Paper;
import org.shangda.concern.SupervisionService;
import org.shangda.concern.Supplement;
import org.shangda.concern.process.Decisions.Signing;
import org.shangda.work.Course;
import org.shangda.work.Offer;
import org.shangda.work.StartForm;
import org.shangda.work.StartForm.Started;
import org.shangda.work.Work;
import org.shangda.work.WorkItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people do for a concern where it is worked on; {@link FollowingWork} has what leads it there and follows it. */
@Configuration(proxyBeanMethods = false)
class ConcernWork {

    private final LevelWork level;
    private final HandlingService handling;
    private final LevelTime time;
    private final Assistance assistance;
    private final Agenda agenda;
    private final AgendaPages agendaPages;
    private final SupervisionService supervision;
    private final FollowingService following;
    private final ConcernPages pages;
    private final ConcernLists lists;
    private final ListedConcerns listed;
    private final ConcernFiles files;

    ConcernWork(
            LevelWork level,
            HandlingService handling,
            LevelTime time,
            Assistance assistance,
            Agenda agenda,
            AgendaPages agendaPages,
            SupervisionService supervision,
            FollowingService following,
            ConcernPages pages,
            ConcernLists lists,
            ListedConcerns listed,
            ConcernFiles files) {
        this.level = level;
        this.handling = handling;
        this.time = time;
        this.assistance = assistance;
        this.agenda = agenda;
        this.agendaPages = agendaPages;
        this.supervision = supervision;
        this.following = following;
        this.pages = pages;
        this.lists = lists;
        this.listed = listed;
        this.files = files;
    }

    // --- concern-collection ------------------------------------------------------------------------------------------

    /** 收集一次，各事项各自办理: what was heard at a meeting; each matter sets out as a concern of its own. */
    @Bean
    Course concernCollection(CollectingService collecting) {
        return Course.of(ConcernCollection.PROCESS)
                .startedBy(
                        HANDLERS,
                        StartForm.of("collect-concerns", Collection.class)
                                .shows(caller -> lists.collecting(caller))
                                .starts((caller, matters) ->
                                        new Started(collecting.collect(caller, matters), Map.of())))
                .shownTo(HANDLERS);
    }

    // --- level-handling ----------------------------------------------------------------------------------------------

    @Bean
    Course levelHandling() {
        return Course.of(LevelHandling.PROCESS)
                .withTasks(
                        LevelHandling.HANDLE,
                        LevelHandling.SIGN,
                        LevelHandling.SUPPLEMENT,
                        LevelHandling.OPINION,
                        LevelHandling.RECORD_DECISION);
    }

    /** 办理: the handler chooses one of the exits that the table opens at this level. */
    @Bean
    WorkItem<ExitInput> handleConcern() {
        return WorkItem.of(LevelHandling.HANDLE, "handle-concern", ExitInput.class)
                .listedByTheThousand(works -> listed.atLevel(works))
                .detailedAs(works -> listed.details(works, ListedConcerns::ofLevel))
                .offeredTo(work -> level.offer(work.number(), LevelHandling.handling(work)))
                .shows(work -> ShownPage.of(pages.forHandling(work.number(), work.id())))
                .takes((work, exit) -> CodesOf.progress(handling.take(work.number(), work.id(), work.caller(), exit)))
                .answers(MayTell.HANDLED)
                .says(CodesOf::said)
                .whenPlaced(work -> level.placed(work.number(), LevelHandling.handling(work), work.id()))
                .whenRosterTurns(work -> level.answerAnew(work.number(), LevelHandling.handling(work)))
                .whenReceived((work, person) -> level.received(work.number(), work.id(), person))
                .readAhead(numbers -> level.readAhead(numbers))
                .whenHandedOver(this::handedOver);
    }

    /** 审签: the unit's head approves what leaves the unit, changes it, or sends it back. */
    @Bean
    WorkItem<Signing> signExit() {
        return WorkItem.of(LevelHandling.SIGN, "sign-exit", Signing.class)
                .ownWords("words", "tried")
                .listedByTheThousand(works -> listed.atLevel(works))
                .listedUnder("sign")
                .detailedAs(works -> listed.details(works, ListedConcerns::ofLevel))
                .offeredTo(work -> level.offerSignature(work.number(), LevelHandling.handling(work)))
                .shows(work -> ShownPage.of(pages.forHandling(work.number(), work.id())))
                .takes((work, signing) -> {
                    Signature signature = signing.signature();
                    return CodesOf.signed(
                            handling.sign(work.number(), work.id(), work.caller(), signature), signature.approved());
                })
                .answers(MayTell.SIGNED)
                .says(CodesOf::said)
                .whenPlaced(work -> level.signaturePlaced(work.number(), LevelHandling.handling(work), work.id()))
                .whenRosterTurns(work -> level.signedAnew(work.number(), LevelHandling.handling(work)))
                .readAhead(numbers -> level.readAhead(numbers))
                .whenHandedOver(this::handedOver);
    }

    /** 请补充: the colleague answers what was asked. */
    @Bean
    WorkItem<Supplement> supplement() {
        return WorkItem.of(LevelHandling.SUPPLEMENT, "supplement", Supplement.class)
                .readAhead(numbers -> level.readAhead(numbers))
                .listedAs(works -> listed.asked(works))
                .detailedAs(works -> listed.details(works, (ways, work) -> ways.followed(work.number())))
                .offeredTo(work -> following.offerToColleague(
                        work.number(), "supplement", LevelHandling.instant(work, LevelHandling.WAIT_UNTIL)))
                .shows(work -> ShownPage.of(
                        pages.forFollower(work.number()),
                        Map.of(
                                "question",
                                pages.question(work.number(), LevelHandling.handling(work)),
                                "unusedFiles",
                                files.unused(work.caller()))))
                .takes((work, supplement) -> CodesOf.progress(
                        time.supplement(work.number(), LevelHandling.handling(work), work.caller(), supplement)))
                .answers(MayTell.RESUMED)
                .personal();
    }

    /** 协办: a unit that was asked to assist gives its opinion to the lead unit. */
    @Bean
    WorkItem<Paper> giveOpinion() {
        return WorkItem.of(LevelHandling.OPINION, "give-opinion", Paper.class)
                .listedByTheThousand(works -> listed.besideLevel(works))
                .detailedAs(works -> listed.details(works, (ways, work) -> ways.forOthers(work.number())))
                .offeredTo(work -> level.offerOpinion(work.number(), LevelHandling.handling(work), work.id()))
                .shows(work -> {
                    OpinionPage page = pages.forOpinion(work.id());
                    Map<String, Object> shown = ShownPage.of(page.page());
                    shown.put("lead", page.lead());
                    shown.put("question", page.question());
                    return shown;
                })
                .takes((work, paper) -> {
                    assistance.giveOpinion(work.id(), work.caller(), paper);
                    return Map.of();
                })
                .offeredTogether(works -> {
                    Map<String, Offer> offers =
                            level.offerOpinions(works.stream().map(Work::id).toList());
                    return work -> offers.computeIfAbsent(
                            work.id(), id -> level.offerOpinion(work.number(), LevelHandling.handling(work), id));
                })
                .dated(work -> level.opinionsDue(work.number()))
                .whenPlaced(work -> level.opinionPlaced(work.number(), LevelHandling.handling(work), work.id()))
                .readAhead(numbers -> level.readAhead(numbers))
                .whenHandedOver(this::handedOver);
    }

    /** 登记学校研究决定: what a meeting has come to about an item, for each of its concerns. */
    @Bean
    WorkItem<Decision> recordDecision() {
        return WorkItem.of(LevelHandling.RECORD_DECISION, "record-decision", Decision.class)
                .listedByTheThousand(works -> listed.besideLevel(works))
                .detailedAs(works -> listed.details(works, ListedConcerns::ofLevel))
                .offeredTo(work -> level.offerDecision(work.number(), LevelHandling.handling(work)))
                .shows(work -> {
                    Map<String, Object> shown = ShownPage.of(pages.forHandling(work.number(), work.id()));
                    shown.put("submitted", shown.remove("words"));
                    shown.putAll(agendaPages.forDecision(LevelHandling.handling(work)));
                    return shown;
                })
                .takes((work, decision) ->
                        CodesOf.progress(agenda.recordDecision(work.number(), work.id(), work.caller(), decision)))
                .answers(MayTell.DECIDED)
                .says(CodesOf::ruled)
                .whenPlaced(work -> level.placed(work.number(), LevelHandling.handling(work), work.id()))
                .whenRosterTurns(work -> level.answerAnew(work.number(), LevelHandling.handling(work)))
                .readAhead(numbers -> level.readAhead(numbers))
                .whenHandedOver(this::handedOver);
    }

    // --- supervision -------------------------------------------------------------------------------------------------

    @Bean
    Course supervision() {
        return Course.of(SupervisionProcess.PROCESS).withTasks(SupervisionProcess.SUPERVISE);
    }

    /** 督办: where, how late and why, without the story. */
    @Bean
    WorkItem<SupervisionService.Input> supervise() {
        return WorkItem.of(SupervisionProcess.SUPERVISE, "supervise", SupervisionService.Input.class)
                .listedByTheThousand(works -> listed.supervised(works))
                .detailedAs(works -> listed.details(works, ListedConcerns::ofSupervision))
                .offeredTo(work -> supervision.offer(work.number(), LevelHandling.handling(work)))
                .shows(work -> shown(pages.forSupervision(work.number(), LevelHandling.handling(work))))
                .takes((work, input) -> CodesOf.decided(
                        supervision.decide(work.number(), LevelHandling.handling(work), work.caller(), input)))
                .answers(MayTell.SUPERVISED)
                .says(CodesOf::said)
                .offeredTogether(works -> {
                    Map<Long, Offer> offers = supervision.offers(
                            works.stream().map(LevelHandling::handling).toList());
                    return work -> offers.computeIfAbsent(
                            LevelHandling.handling(work), handling -> supervision.offer(work.number(), handling));
                })
                .whenPlaced(work -> supervision.placed(work.number(), LevelHandling.handling(work), work.id()))
                .whenRosterTurns(work -> supervision.supervisedAnew(work.number(), LevelHandling.handling(work)))
                .readAhead(numbers -> level.readAhead(numbers))
                .whenHandedOver(this::handedOver);
    }

    private static Map<String, Object> shown(SupervisionPage page) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("number", page.number());
        shown.put("kind", page.type() + " · " + page.category());
        shown.put("lateUnit", page.unit());
        shown.put("levelLabel", page.level());
        shown.put("reasonLabel", page.reason());
        shown.put("clock", page.clock());
        shown.put("measures", page.measures());
        shown.put("unitChoices", page.units());
        shown.put("dutyTelephone", page.dutyTelephone());
        return shown;
    }

    // --- shared ------------------------------------------------------------------------------------------------------

    private void handedOver(Work work, Offer to) {
        level.handedOver(work.number(), work.id(), to.what());
    }
}
