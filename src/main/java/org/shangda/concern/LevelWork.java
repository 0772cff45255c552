package org.shangda.concern;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.shangda.programme.Rules;
import org.shangda.refusal.Refusal;
import org.shangda.university.Answering;
import org.shangda.university.InPlace;
import org.shangda.university.University;
import org.shangda.work.Offer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** To whom a level's work is offered today, in which task it waits, and who has received it. */
@Service
@Transactional
public class LevelWork {

    private final Concerns concerns;
    private final Opinions opinions;
    private final Steps steps;
    private final Rules rules;
    private final University university;
    private final Signers signers;
    private final Vacancies vacancies;
    private final ReceivedInPlace receivedInPlace;
    private final LevelClock clock;
    private final Together together;

    LevelWork(
            Concerns concerns,
            Opinions opinions,
            Steps steps,
            Rules rules,
            University university,
            Signers signers,
            Vacancies vacancies,
            ReceivedInPlace receivedInPlace,
            LevelClock clock,
            Together together) {
        this.concerns = concerns;
        this.opinions = opinions;
        this.steps = steps;
        this.rules = rules;
        this.university = university;
        this.signers = signers;
        this.vacancies = vacancies;
        this.receivedInPlace = receivedInPlace;
        this.clock = clock;
        this.together = together;
    }

    /** Reads many concerns at once, so that the transaction asks for none of them again. */
    public void readAhead(Set<String> numbers) {
        concerns.findAllById(numbers);
    }

    /** The handling's work is offered to whoever may do it today. */
    public Offer offer(String number, long handlingId) {
        Handling handling = concerns.get(number).visits().of(handlingId);
        Optional<Answering> today = today(handling);
        Asked asked = asked(handling, today);
        boolean direct = !handling.terms().receiptAsked() && asked.people().size() == 1;
        return offer(
                handling,
                today,
                asked,
                direct ? asked.people().get(0) : stillReceivedBy(handling, asked),
                handling.terms().dueAt(),
                "handle." + handling.level());
    }

    public Offer offerSignature(String number, long handlingId) {
        Concern concern = concerns.get(number);
        Handling handling = concern.visits().of(handlingId);
        requireStep(handling.proposed());
        List<String> heads = signers.of(handling);
        if (heads.isEmpty()) {
            heads = whoTakesItBack(handling);
        }
        String only = heads.size() == 1 ? heads.get(0) : null;
        return new Offer(
                        only,
                        only == null ? null : handling.unit(),
                        heads,
                        handling.terms().dueAt(),
                        "sign",
                        concern.raising().card())
                .urgentIf(concern.isHazard())
                .inPlace(signers.deputies(handling));
    }

    /** Whoever has proposed it, or answers for the unit now, may not sign it, but may take it back. */
    private List<String> whoTakesItBack(Handling handling) {
        List<String> people = askedToday(handling).people();
        return people.contains(handling.proposal().by())
                ? List.of(handling.proposal().by())
                : people;
    }

    public Offer offerDecision(String number, long handlingId) {
        Handling handling = concerns.get(number).visits().of(handlingId);
        requireStep(handling.awaitsDecision());
        Optional<Answering> today = today(handling);
        Asked asked = asked(handling, today);
        return offer(handling, today, asked, stillReceivedBy(handling, asked), clock.taskDue(handling), "decision");
    }

    /** Offered once for each unit that was asked, in the order in which they were named. */
    public Offer offerOpinion(String number, long handlingId, String workItem) {
        return offer(opinion(number, handlingId, workItem));
    }

    /** The same for many at once, by their work items. */
    public Map<String, Offer> offerOpinions(Collection<String> workItems) {
        return opinions.findByWorkItemIn(workItems).stream().collect(toMap(Opinion::workItem, this::offer));
    }

    Offer offer(Opinion opinion) {
        Handling handling = opinion.handling();
        Answering answering =
                university.handlersOf(opinion.unit(), handling.concern().peopleAside(university));
        return toAll(handling.concern(), answering, opinion.dueAt(), "opinion");
    }

    /** When the last of the opinions is due that the units of a concern have been asked for. */
    public Instant opinionsDue(String number) {
        return opinions.findByHandlingConcernNumberOrderById(number).stream()
                .filter(opinion -> opinion.givenAt() == null)
                .map(Opinion::dueAt)
                .max(Instant::compareTo)
                .orElseThrow(LevelWork::notAtThisStep);
    }

    private Opinion opinion(String number, long handlingId, String workItem) {
        // The lead may have been transferred since; the question is still that of the unit that asked it.
        return opinions.findByWorkItem(workItem)
                .or(() -> opinions
                        .findByHandlingOrderById(concerns.get(number).visits().of(handlingId))
                        .stream()
                        .filter(one -> one.workItem() == null)
                        .findFirst())
                .orElseThrow(LevelWork::notAtThisStep);
    }

    private Offer offer(
            Handling handling, Optional<Answering> today, Asked asked, String assignee, Instant due, String what) {
        return new Offer(
                        assignee,
                        assignee != null || asked.whole() ? asked.unit() : null,
                        asked.people(),
                        due,
                        what,
                        handling.concern().raising().card(),
                        handling.concern().isHazard())
                .inPlace(deputies(handling, today));
    }

    /** Those who are asked in somebody's place, and who has received it so. */
    private Map<String, InPlace> deputies(Handling handling, Optional<Answering> today) {
        Map<String, InPlace> deputies = new HashMap<>();
        receivedInPlace.of(handling).ifPresent(place -> deputies.put(handling.receivedBy(), place));
        today.ifPresent(answering -> deputies.putAll(answering.inPlace()));
        return deputies;
    }

    static Offer toAll(Concern concern, Answering answering, Instant due, String what) {
        return Offer.to(answering, due, what, concern.raising().card()).urgentIf(concern.isHazard());
    }

    /** The handling waits in this task from now on, for whoever answers for its unit today. */
    public void placed(String number, long handlingId, String workItem) {
        concerns.get(number).visits().of(handlingId).offered(workItem);
        answerAnew(number, handlingId);
    }

    /** Whoever answers for the handling's unit today is asked from now on. */
    public void answerAnew(String number, long handlingId) {
        Handling handling = concerns.get(number).visits().of(handlingId);
        Asked asked = askedToday(handling);
        vacancies.answerBy(handling, asked);
        // What waits for it is with the same people.
        together.waitingFor(handling).forEach(one -> vacancies.answerBy(one, asked));
    }

    public void signaturePlaced(String number, long handlingId, String workItem) {
        concerns.get(number).visits().of(handlingId).offered(workItem);
        signedAnew(number, handlingId);
    }

    /** Whether somebody can sign follows the roster. */
    public void signedAnew(String number, long handlingId) {
        Handling handling = concerns.get(number).visits().of(handlingId);
        if (handling.proposed()) {
            handling.proposal().obstructed(signers.obstacle(handling));
        }
    }

    public void opinionPlaced(String number, long handlingId, String workItem) {
        opinion(number, handlingId, workItem).offered(workItem);
    }

    /** 签收: the time is on record. */
    public void received(String number, String workItem, String person) {
        Concern concern = concerns.get(number);
        Handling handling = concern.visits().of(workItem).orElseThrow(Visits::taskGone);
        if (!handling.terms().receiptAsked() || person.equals(handling.receivedBy())) {
            return;
        }
        for (Handling one : together.all(handling)) {
            one.received(person, clock.now());
            steps.save(Step.of(one.concern(), Step.Kind.RECEIVED, clock.now())
                    .in(one)
                    .by(person));
        }
    }

    /** Whether the visit is one that waits for a person today, or for one that does. */
    boolean isFor(Handling handling, String person) {
        return askedToday(handling).includes(person);
    }

    /** A task went to somebody else because the roster changed; where a vacancy is the reason, the way has said so. */
    public void handedOver(String number, String workItem, String what) {
        Concern concern = concerns.get(number);
        Optional<Handling> visit = concern.visits().of(workItem);
        if (visit.filter(this::vacancySaidLast).isEmpty()) {
            Step step = Step.of(concern, Step.Kind.HANDED_OVER, clock.now()).code(what);
            steps.save(visit.map(step::in).orElseGet(() -> step.unit(concern.inCharge(university))));
        }
    }

    private boolean vacancySaidLast(Handling visit) {
        return steps.findFirstByNumberOrderByIdDesc(visit.concern().number())
                .filter(last -> Objects.equals(last.handlingId(), visit.id()))
                .filter(last -> last.kind() == Step.Kind.VACANT || last.kind() == Step.Kind.FILLED)
                .isPresent();
    }

    /** Who answers by the level's rule and today's roster, with who stands in for whom. */
    private Optional<Answering> today(Handling handling) {
        return rules.levelUnit(handling.situation()).map(rule -> together.answering(handling, rule));
    }

    private Asked askedToday(Handling handling) {
        return asked(handling, today(handling));
    }

    /**
     * Posts change hands while a concern waits. What may not travel stays with its first receiver, though: it is not for
     * the unit above, which answers for one that has nobody.
     */
    private Asked asked(Handling handling, Optional<Answering> today) {
        Concern concern = handling.concern();
        return today.map(Asked::of)
                .filter(asked -> concern.mayTravel() || asked.unit().equals(handling.answeringUnit()))
                .map(asked -> receivedInTheirPlace(handling, asked) ? asked.and(handling.receivedBy()) : asked)
                .map(asked -> asked.includes(handling.terms().givenTo())
                        ? asked.only(handling.terms().givenTo())
                        : asked)
                .orElseGet(handling::asked);
    }

    /** Staff numbers of all who answer for the handling's unit today, also where it was given to one of them. */
    List<String> answeringToday(Handling handling) {
        return today(handling)
                .map(Asked::of)
                .filter(asked -> asked.unit().equals(handling.answeringUnit()))
                .map(Asked::people)
                .orElse(List.of());
    }

    /** A deputy who has received it (签收) while others were on leave goes on with it when they are back. */
    private boolean receivedInTheirPlace(Handling handling, Asked asked) {
        String receiver = handling.receivedBy();
        return receiver != null
                && handling.terms().receiptAsked()
                && !asked.includes(receiver)
                && university.person(receiver).isPresent()
                && (university.unitsAnsweredBy(receiver).contains(asked.unit())
                        || receivedInPlace.of(handling).isPresent())
                && !university.isAway(receiver)
                && !together.peopleAside(handling).contains(receiver);
    }

    /** Whoever has received it keeps it, as long as they may do it. */
    private static String stillReceivedBy(Handling handling, Asked asked) {
        return asked.includes(handling.receivedBy()) ? handling.receivedBy() : null;
    }

    /** A task can be moved onto another one in the diagram, but the concern is not where it would then be. */
    private static void requireStep(boolean reached) {
        if (!reached) {
            throw notAtThisStep();
        }
    }

    private static Refusal notAtThisStep() {
        return Refusal.conflict("handling.not-at-this-step");
    }
}
