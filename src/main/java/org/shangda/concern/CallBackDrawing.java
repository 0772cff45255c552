package org.shangda.concern;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.numbering.CaseNumbers;
import org.shangda.programme.CallBackRule;
import org.shangda.programme.PracticeDays;
import org.shangda.programme.Rules;
import org.shangda.university.Answering;
import org.shangda.university.University;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 回访抽样: who of those answered in a month is called back, once the time in which they could rate is over for all of them. At
 * night, as often as one likes and on as many nodes as one likes, because a unit draws once for a month.
 */
@Service
public class CallBackDrawing {

    private static final Logger log = LoggerFactory.getLogger(CallBackDrawing.class);

    /** For nights on which nothing ran; what is longer ago nobody remembers. */
    private static final int MONTHS_BACK = 2;

    private final Concerns concerns;
    private final CallBacks callBacks;
    private final CallBackDraws draws;
    private final Rules rules;
    private final University university;
    private final ConcernProcess process;
    private final LevelClock clock;
    private final CaseNumbers numbers;
    private final TransactionTemplate transaction;

    CallBackDrawing(
            Concerns concerns,
            CallBacks callBacks,
            CallBackDraws draws,
            Rules rules,
            University university,
            ConcernProcess process,
            LevelClock clock,
            CaseNumbers numbers,
            PlatformTransactionManager transactions) {
        this.concerns = concerns;
        this.callBacks = callBacks;
        this.draws = draws;
        this.rules = rules;
        this.university = university;
        this.process = process;
        this.clock = clock;
        this.numbers = numbers;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return how many are called back */
    @Scheduled(cron = "${shangda.call-back.drawing:0 45 1 * * *}", zone = "${shangda.calendar.zone:Asia/Shanghai}")
    public int draw() {
        int drawn = 0;
        for (int back = MONTHS_BACK; back > 0; back--) {
            YearMonth month = YearMonth.from(clock.today()).minusMonths(back);
            try {
                drawn += transaction.execute(status -> draw(month));
            } catch (DataIntegrityViolationException anotherNode) {
                if (!draws.hasDrawn(month.toString())) {
                    throw anotherNode;
                }
                log.info("Another node has drawn the call-backs of {}.", month);
            }
        }
        return drawn;
    }

    /** Somebody who may be called, by whom and by which rule. */
    private record Candidate(Concern concern, Handling answer, String unit, CallBackRule rule) {}

    private int draw(YearMonth month) {
        if (draws.hasDrawn(month.toString())) {
            return 0;
        }
        Instant from = clock.startOf(month.atDay(1));
        Instant until = clock.startOf(month.plusMonths(1).atDay(1));
        List<Concern> answered = concerns.answeredBetween(from, until);
        boolean mayStillRate = answered.stream()
                .anyMatch(concern -> !clock.passed(clock.within(
                        PracticeDays.What.RATE_WITHIN, until, concern.raising().counting())));
        if (mayStillRate) {
            return 0;
        }
        Set<String> called =
                callBacks.called(answered.stream().map(Concern::number).toList());
        Map<String, List<Candidate>> units = answered.stream()
                .filter(concern -> !called.contains(concern.number()))
                .map(this::candidate)
                .flatMap(Optional::stream)
                .collect(groupingBy(Candidate::unit, TreeMap::new, toList()));
        List<CallBack> drawn = new ArrayList<>();
        units.forEach(
                (unit, candidates) -> drawn.addAll(draw(new CallBackDraw.Of(month.toString(), unit), candidates)));
        if (!drawn.isEmpty()) {
            process.calledBack(drawn.stream().map(CallBack::number).toList());
            log.info("Drew {} call-backs for {}.", drawn.size(), month);
        }
        return drawn.size();
    }

    private List<CallBack> draw(CallBackDraw.Of of, List<Candidate> candidates) {
        Instant now = clock.now();
        Map<String, Candidate> byNumber = new LinkedHashMap<>();
        candidates.forEach(one -> byNumber.put(one.concern().number(), one));
        List<CallBack> drawn =
                candidates.stream()
                        .collect(groupingBy(Candidate::rule, LinkedHashMap::new, toList()))
                        .entrySet()
                        .stream()
                        .flatMap(
                                rule -> CallBackDraw.sample(
                                        of,
                                        numbers(rule.getValue()),
                                        rule.getKey().of(rule.getValue().size()))
                                        .stream())
                        .map(byNumber::get)
                        .map(one -> new CallBack(
                                numbers.next("HF"),
                                one.concern().number(),
                                of,
                                one.answer().unit(),
                                one.rule(),
                                now,
                                clock.workingDaysFromNow(
                                        one.rule().withinDays(),
                                        one.concern().raising().counting())))
                        .toList();
        draws.saveAndFlush(new CallBackDraw(of, candidates.size(), drawn.size(), now));
        return callBacks.saveAllAndFlush(drawn);
    }

    private static List<String> numbers(List<Candidate> candidates) {
        return candidates.stream().map(one -> one.concern().number()).toList();
    }

    // --- who may be drawn --------------------------------------------------------------------------------------------

    /**
     * Only who is closed and was never called; whose name may be known to the unit that calls; and where that unit has neither
     * handled the concern nor is asked to stand aside, nor is the work of another one because nobody of it may.
     */
    private Optional<Candidate> candidate(Concern concern) {
        Handling answer = concern.visits().answeredBy().orElse(null);
        if (answer == null || !concern.mayTravel()) {
            return Optional.empty();
        }
        return rules.callBack(answer.situation())
                .map(rule ->
                        new Candidate(concern, answer, rule.unit() == null ? answer.supervisor() : rule.unit(), rule))
                .filter(one -> one.unit() != null && one.rule().of(1) > 0)
                .filter(one -> callers(one.unit(), concern, university)
                        .filter(callers -> callers.unit().code().equals(one.unit()))
                        .isPresent());
    }

    /** Who may call for a unit today: of those who answer for it, or for a unit above, the first that may; or nobody. */
    static Optional<Answering> callers(String unit, Concern concern, University university) {
        Set<String> without = whoMayNotCall(concern, university);
        return university.lineOf(unit).stream()
                .map(one -> university.handlersOf(one.code(), without))
                .filter(answering -> mayCall(answering.unit().code(), concern))
                .findFirst();
    }

    private static boolean mayCall(String unit, Concern concern) {
        return concern.mayTravel()
                && !concern.standsAside(unit)
                && concern.nameShownTo(unit)
                && !handled(unit, concern);
    }

    private static boolean handled(String unit, Concern concern) {
        return concern.handlings().stream()
                .flatMap(handling -> Stream.of(handling.unit(), handling.answeringUnit()))
                .anyMatch(unit::equals);
    }

    /** Whoever stands aside, and whoever has had a hand in it in another office. */
    private static Set<String> whoMayNotCall(Concern concern, University university) {
        return Stream.concat(
                        concern.peopleAside(university).stream(),
                        concern.handlings().stream()
                                .flatMap(handling -> Stream.of(
                                        handling.receivedBy(),
                                        handling.proposal().by(),
                                        handling.proposal().signedBy()))
                                .filter(person -> person != null))
                .collect(Collectors.toSet());
    }
}
