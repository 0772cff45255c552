package org.shangda.pairing.process;

import static org.shangda.work.Course.Who.EVERYBODY;
import static org.shangda.work.Course.Who.HANDLERS;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.pairing.Answers;
import org.shangda.pairing.Answers.Acceptance;
import org.shangda.pairing.Answers.Consent;
import org.shangda.pairing.Answers.Told;
import org.shangda.pairing.Arranging;
import org.shangda.pairing.Arranging.Choice;
import org.shangda.pairing.Arranging.Succession;
import org.shangda.pairing.Asking;
import org.shangda.pairing.Asking.Wish;
import org.shangda.pairing.ChangeService;
import org.shangda.pairing.ChangeService.Change;
import org.shangda.pairing.PairLists;
import org.shangda.pairing.PairOffers;
import org.shangda.pairing.PairPages;
import org.shangda.pairing.PairPages.PairPage;
import org.shangda.pairing.Turn;
import org.shangda.pairing.WavePlanning;
import org.shangda.pairing.WavePlanning.Plan;
import org.shangda.pairing.WaveReview;
import org.shangda.pairing.WaveReview.Review;
import org.shangda.work.Card;
import org.shangda.work.Course;
import org.shangda.work.StartForm;
import org.shangda.work.StartForm.Started;
import org.shangda.work.Work;
import org.shangda.work.WorkItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people do so that a pair comes about, and when its carrier is gone. */
@Configuration(proxyBeanMethods = false)
class PairingWork {

    private final Answers answers;
    private final Arranging arranging;
    private final PairOffers offers;
    private final WaveReview waves;
    private final PairPages pages;
    private final PairLists lists;

    PairingWork(
            Answers answers,
            Arranging arranging,
            PairOffers offers,
            WaveReview waves,
            PairPages pages,
            PairLists lists) {
        this.answers = answers;
        this.arranging = arranging;
        this.offers = offers;
        this.waves = waves;
        this.pages = pages;
        this.lists = lists;
    }

    // --- pairing-lifecycle -------------------------------------------------------------------------------------------

    /** 「申请结对」: a Party member names a colleague, a leader a branch, a colleague a member or nobody yet (Z10). */
    @Bean
    Course pairingLifecycle(Asking asking) {
        return Course.of(PairingLifecycle.PROCESS)
                .setsOutWith(PairingLifecycle.next("consent", "accept", "choose", "tell", "active"))
                .startedBy(EVERYBODY, StartForm.of("ask-for-pair", Wish.class).starts((caller, wish) -> {
                    Turn turn = asking.ask(caller, wish);
                    return new Started(turn.number(), PairingLifecycle.codes(turn));
                }))
                .withTasks(
                        PairingLifecycle.CONSENT,
                        PairingLifecycle.TELL_COLLEAGUE,
                        PairingLifecycle.ACCEPT,
                        PairingLifecycle.CHOOSE_ANOTHER,
                        PairingLifecycle.FIND_CARRIER)
                // A pair is for years.
                .rememberedFor(3650);
    }

    /** 「是否愿意结对」: the colleague agrees, declines, or asks for somebody else without giving reasons. */
    @Bean
    WorkItem<Consent> consentToPair() {
        return WorkItem.of(PairingLifecycle.CONSENT, "consent-to-pair", Consent.class)
                .showsAddedFieldsOf("ask-for-pair", "choose-partner")
                .readAhead(numbers -> offers.readPairsAhead(numbers))
                .listedAs(works -> this::listed)
                .offeredTo(work -> offers.toColleague(work.number(), "pairing-consent"))
                .shows(work -> ShownPair.withClause(pages.pair(work.number())))
                .takes((work, values) -> PairingLifecycle.codes(answers.consent(work.number(), work.caller(), values)))
                .answers(PairingLifecycle.next("active", "accept", "over", "choose"))
                .personal();
    }

    /** 「告知已有结对」: the colleague may object. */
    @Bean
    WorkItem<Told> tellColleague() {
        return WorkItem.of(PairingLifecycle.TELL_COLLEAGUE, "tell-colleague", Told.class)
                .showsAddedFieldsOf("ask-for-pair")
                .readAhead(numbers -> offers.readPairsAhead(numbers))
                .listedAs(works -> this::listed)
                .offeredTo(work -> offers.toColleague(work.number(), "pairing-tell"))
                .shows(work -> ShownPair.withClause(pages.pair(work.number())))
                .takes((work, values) -> PairingLifecycle.codes(answers.told(work.number(), work.caller(), values)))
                .answers(PairingLifecycle.next("active", "find", "over"))
                .personal();
    }

    /** 「接受结对」: the Party member or leader. */
    @Bean
    WorkItem<Acceptance> acceptPair() {
        return WorkItem.of(PairingLifecycle.ACCEPT, "accept-pair", Acceptance.class)
                .showsAddedFieldsOf("ask-for-pair", "consent-to-pair", "choose-partner")
                .readAhead(numbers -> offers.readPairsAhead(numbers))
                .listedAs(works -> this::listed)
                .offeredTo(work -> offers.toCarrier(work.number()))
                .shows(work -> ShownPair.of(pages.pair(work.number())))
                .takes((work, values) -> PairingLifecycle.codes(answers.accept(work.number(), work.caller(), values)))
                .answers(PairingLifecycle.next("active", "choose"))
                .personal();
    }

    /** 「另选结对党员」: the college; who would be proposed next is filled in. */
    @Bean
    WorkItem<Choice> choosePartner() {
        return WorkItem.of(PairingLifecycle.CHOOSE_ANOTHER, "choose-partner", Choice.class)
                .showsAddedFieldsOf(
                        "ask-for-pair", "consent-to-pair", "tell-colleague", "accept-pair", "choose-partner")
                .listedAs(works -> this::listed)
                .offeredTo(work -> offers.toCollege(work.number()))
                .dated()
                .shows(work -> ShownPair.withClause(pages.vacant(work.number())))
                .takes((work, values) -> PairingLifecycle.codes(arranging.choose(work.number(), work.caller(), values)))
                .answers(PairingLifecycle.next("accept", "consent", "over"))
                .readAhead(numbers -> offers.readPairsAhead(numbers));
    }

    /** 「明确接手的党员」: no pair without somebody responsible. */
    @Bean
    WorkItem<Succession> findCarrier() {
        return WorkItem.of(PairingLifecycle.FIND_CARRIER, "find-carrier", Succession.class)
                .showsAddedFieldsOf("change-pair", "choose-partner", "find-carrier")
                .listedAs(works -> this::listed)
                .offeredTo(work -> offers.toSecretary(work.number()))
                .dated()
                .shows(work -> ShownPair.of(pages.vacant(work.number())))
                .takes((work, values) ->
                        PairingLifecycle.codes(arranging.findCarrier(work.number(), work.caller(), values)))
                .answers(PairingLifecycle.next("active", "over"))
                .readAhead(numbers -> offers.readPairsAhead(numbers));
    }

    /** Whoever is asked about a pair sees who it is with. */
    private Card listed(Work work) {
        PairPage pair = pages.pair(work.number());
        return Card.titled(Stream.of(pair.carrier(), pair.partner())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" — ")));
    }

    // --- pairing-change ----------------------------------------------------------------------------------------------

    /** 「调整或结束结对」: one form, and it is over. */
    @Bean
    Course pairingChange(ChangeService changes) {
        return Course.of(PairingChange.PROCESS)
                .startedBy(
                        EVERYBODY,
                        StartForm.of("change-pair", Change.class)
                                .shows(caller -> Map.of("endReasons", lists.endReasons()))
                                .starts((caller, change) -> new Started(changes.change(caller, change), Map.of()))
                                .mayLack("thanks"));
    }

    // --- pairing-wave ------------------------------------------------------------------------------------------------

    /** 「计划一批结对」. */
    @Bean
    Course pairingWave(WavePlanning planning) {
        return Course.of(PairingWave.PROCESS)
                .startedBy(
                        HANDLERS,
                        StartForm.of("plan-wave", Plan.class)
                                .shows(caller -> Map.of("relations", lists.relations(), "groups", lists.categories()))
                                .starts((caller, plan) -> new Started(planning.plan(caller, plan), Map.of()))
                                .mayLack("most"))
                .withTasks(PairingWave.REVIEW);
    }

    /** 「核对结对名单」: one row per pair, changed and sent out by the college. */
    @Bean
    WorkItem<Review> reviewWave() {
        return WorkItem.of(PairingWave.REVIEW, "review-wave", Review.class)
                .showsAddedFieldsOf("plan-wave", "review-wave")
                .offeredTo(work -> offers.toPlanner(work.number()))
                .dated()
                .shows(work -> ShownPair.of(pages.wave(work.number())))
                .takes((work, review) ->
                        Map.of(PairingWave.DECISION, waves.review(work.number(), work.caller(), review)))
                .answers(PairingWave.DECISIONS)
                .readAhead(numbers -> offers.readWavesAhead(numbers));
    }
}
