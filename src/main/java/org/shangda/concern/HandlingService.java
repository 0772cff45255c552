package org.shangda.concern;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shangda.calendar.Counting;
import org.shangda.programme.LevelDeadline;
import org.shangda.programme.LevelExit;
import org.shangda.programme.LevelUnit;
import org.shangda.programme.Rules;
import org.shangda.programme.Situation;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.university.Answering;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What units do with a concern: it enters a level, is received, handled, signed, and leaves by one of the exits. */
@Service
@Transactional
public class HandlingService {

    /** Longest time until an explained concern is taken up again (practice, not policy). */
    static final int REVIEW_WITHIN_DAYS = 60;

    /** Longest time until the meeting for which a concern is put on the university's agenda (practice, not policy). */
    static final int MEETING_WITHIN_DAYS = 180;

    /** Working days after the meeting to record what it decided; then it is supervised (practice, not policy). */
    static final int DECISION_WITHIN_DAYS = 5;

    /** Working days that the colleague has for what was asked (practice, not policy). */
    static final int SUPPLEMENT_WITHIN_DAYS = 5;

    private static final Set<String> LEAVING = Set.of("answered", "passed-up", "returned", "referred", "transfer");

    private final Concerns concerns;
    private final Handlings handlings;
    private final Steps steps;
    private final Opinions opinions;
    private final Supervisions supervisions;
    private final Rules rules;
    private final University university;
    private final LevelClock clock;
    private final Inputs inputs;
    private final Words words;
    private final ApplicationEventPublisher events;

    HandlingService(
            Concerns concerns,
            Handlings handlings,
            Steps steps,
            Opinions opinions,
            Supervisions supervisions,
            Rules rules,
            University university,
            LevelClock clock,
            Inputs inputs,
            Words words,
            ApplicationEventPublisher events) {
        this.concerns = concerns;
        this.handlings = handlings;
        this.steps = steps;
        this.opinions = opinions;
        this.supervisions = supervisions;
        this.rules = rules;
        this.university = university;
        this.clock = clock;
        this.inputs = inputs;
        this.words = words;
        this.events = events;
    }

    // --- entering ----------------------------------------------------------------------------------------------------

    /**
     * The concern reaches a level.
     *
     * @param level code of the level; null for the level that answered last ({@code again}, {@code review})
     */
    public Entered enter(String number, String level, String stage) {
        Concern concern = concern(number);
        String at = level == null ? concern.answeredBy().map(Handling::level).orElseThrow() : level;
        Situation situation = concern.situation(at, stage);
        LevelUnit rule = rules.levelUnit(situation)
                .orElseThrow(() -> new IllegalStateException("level-units has no row for " + situation));
        LevelDeadline deadline = rules.deadline(situation)
                .orElseThrow(() -> new IllegalStateException("level-deadlines has no row for " + situation));
        Optional<String> unit = answeringUnit(concern, situation, rule);
        if (unit.isEmpty()) {
            steps.save(Step.of(concern, Step.Kind.SKIPPED, clock.now()).code(at));
            return new Entered(null, null, 0);
        }
        Optional<Handling> before = concern.latest();
        Handling handling = new Handling(
                        concern, situation, unit.get(), Asked.of(answering(concern, rule, unit.get())), clock.now())
                .ruledBy(rule, supervisor(concern, rule, unit.get()), deadline);
        clock.start(concern.enter(handling), deadline);
        // The handling is written with the flush of the whole step; its id comes from the sequence's block in memory.
        handlings.save(handling);
        steps.save(Step.of(concern, Step.Kind.REACHED, clock.now()).in(handling));
        List<String> assisting = rule.rule().equals("routed") ? concern.assistingUnits() : List.of();
        if (!assisting.isEmpty()) {
            String question = before.map(Handling::exitWords).orElse(null);
            assisting.forEach(one -> opinions.save(new Opinion(handling, one, question, clock.now())));
            concern.assistanceAsked();
        }
        return new Entered(handling.id(), clock.next(handling), assisting.size());
    }

    /** Empty when the level is passed over. Where nothing comes after it, whoever supervises it answers instead. */
    private Optional<String> answeringUnit(Concern concern, Situation situation, LevelUnit rule) {
        String named = concern.takeNextUnit(rule.rule().equals("routed"));
        List<String> candidates = named != null ? List.of(named) : byRule(concern, rule);
        Optional<String> unit = candidates.stream()
                .filter(code -> !concern.standsAside(code))
                .filter(code -> university.unit(code).isPresent())
                .findFirst();
        return unit.isPresent() || mayMoveUp(concern, situation)
                ? unit
                : Optional.of(supervisor(concern, rule, candidates.isEmpty() ? inCharge(concern) : candidates.get(0)));
    }

    private List<String> byRule(Concern concern, LevelUnit rule) {
        return switch (rule.rule()) {
            case "own-branch" -> List.of(concern.branch());
            case "own-college" -> concern.college() == null ? List.of() : List.of(concern.college());
            case "fixed" -> List.of(rule.unit());
            case "same" ->
                concern.answeredBy().map(handling -> List.of(handling.unit())).orElseThrow();
            case "routed" -> proposedDepartments(concern);
            default -> throw new IllegalStateException("level-units names an unknown rule: " + rule.rule());
        };
    }

    List<String> proposedDepartments(Concern concern) {
        List<String> proposed = new ArrayList<>();
        rules.departmentsFor(concern.programme(), concern.category()).forEach(one -> proposed.add(one.unit()));
        return proposed;
    }

    Answering answering(Concern concern, LevelUnit rule, String unit) {
        Set<String> aside = concern.peopleAside(university);
        return rule.handledBy().equals("head") ? university.headOf(unit, aside) : university.handlersOf(unit, aside);
    }

    /** 跟踪责任单位. It reads what is answered, so it is never a unit that stands aside. */
    String inCharge(Concern concern) {
        return university.lineOf(concern.inCharge()).stream()
                .map(Unit::code)
                .filter(code -> !concern.standsAside(code))
                .findFirst()
                .orElse(concern.inCharge());
    }

    /** Who supervises a unit. A unit does not supervise itself, nor one that stands aside; then it is the line above. */
    private String supervisor(Concern concern, LevelUnit rule, String unit) {
        String wanted = rule.supervisionRule().equals("own-college") ? inCharge(concern) : rule.supervisionUnit();
        if (!wanted.equals(unit) && !concern.standsAside(wanted)) {
            return wanted;
        }
        List<String> above =
                university.lineOf(wanted).stream().map(Unit::code).skip(1).toList();
        return above.stream()
                .filter(code -> !concern.standsAside(code))
                .findFirst()
                .orElse(above.isEmpty() ? wanted : above.get(above.size() - 1));
    }

    // --- receiving ---------------------------------------------------------------------------------------------------

    /** A task went to somebody else because the roster changed. */
    public void handedOver(String number, String what) {
        Concern concern = concern(number);
        steps.save(Step.of(concern, Step.Kind.HANDED_OVER, clock.now())
                .unit(inCharge(concern))
                .code(what));
    }

    /** 签收: the time is on record. */
    public void received(String number, String workItem, String person) {
        Concern concern = concern(number);
        Handling handling = handled(concern, workItem);
        if (!handling.receiptAsked() || person.equals(handling.receivedBy())) {
            return;
        }
        handling.received(person, clock.now());
        steps.save(
                Step.of(concern, Step.Kind.RECEIVED, clock.now()).in(handling).by(person));
    }

    // --- handling ----------------------------------------------------------------------------------------------------

    /** The exits open to a handling now, in the order of the table. */
    List<LevelExit> exitsOpen(Handling handling) {
        return rules.exits(handling.situation()).stream()
                .filter(exit -> closedBecause(handling, exit) == null)
                .toList();
    }

    /** Why an exit that the table allows at this level is closed to this handling now; null when it is open. */
    private String closedBecause(Handling handling, LevelExit exit) {
        Concern concern = handling.concern();
        if (exit.outcome().equals("passed-up") && !concern.mayTravel()) {
            return "exit.colleague-does-not-allow";
        }
        if (exit.outcome().equals("returned") && !concern.returnable()) {
            return "exit.assigned-for-good";
        }
        if (exit.withinDays() != null && !clock.within(handling, exit.withinDays())) {
            return "exit.too-late";
        }
        if (exit.limit() != null && timesTaken(handling, exit.code()) >= exit.limit()) {
            return "exit.taken-too-often";
        }
        return null;
    }

    /** Over all of the level's visits, whichever units had them; only whether it is theirs each unit says for itself. */
    private static int timesTaken(Handling handling, String exit) {
        return handling.concern().handlings().stream()
                .filter(other -> other.level().equals(handling.level()))
                .filter(other ->
                        !exit.equals(Exit.RETURN.code()) || other.unit().equals(handling.unit()))
                .mapToInt(other -> other.timesTaken(exit))
                .sum();
    }

    /** A handler chooses an exit. It takes effect at once, or when the unit's head has approved it. */
    public Progress take(String number, String workItem, String person, ExitInput input) {
        inputs.check(input);
        Concern concern = concern(number);
        concern.requireState(Concern.State.OPEN);
        Handling handling = handled(concern, workItem);
        Exit exit = Exit.of(input.exit());
        LevelExit rule = open(handling, exit.code());
        exit.check(input);
        ExitInput kept = exit.keep(input);
        check(handling, exit, kept);
        handling.propose(exit, kept, person);
        if (signedExits(handling).contains(exit.code()) && !person.equals(head(concern, handling))) {
            steps.save(Step.of(concern, Step.Kind.PROPOSED, clock.now())
                    .in(handling)
                    .by(person)
                    .code(exit.code()));
            return Progress.awaitingSignature();
        }
        return takeEffect(concern, handling, rule, exit);
    }

    private LevelExit open(Handling handling, String code) {
        LevelExit rule = rules.exits(handling.situation()).stream()
                .filter(exit -> exit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("exit.not-at-this-level", exitLabel(code)));
        String closed = closedBecause(handling, rule);
        if (closed != null) {
            throw Refusal.conflict(closed, exitLabel(code));
        }
        return rule;
    }

    private Set<String> signedExits(Handling handling) {
        return rules.deadline(handling.situation())
                .map(LevelDeadline::signedExits)
                .orElse(Set.of());
    }

    private void check(Handling handling, Exit exit, ExitInput input) {
        if (input.unit() != null && !input.unit().isBlank()) {
            checkUnit(handling, input.unit());
        }
        if (input.units() != null) {
            input.units().forEach(unit -> checkUnit(handling, unit));
            if (Set.copyOf(input.units()).size() < input.units().size()
                    || input.unit() != null && input.units().contains(input.unit())) {
                throw Refusal.invalid("exit.unit-named-twice");
            }
        }
        if (input.channel() != null) {
            Exit.Channel.of(input.channel());
        }
        if (input.on() != null) {
            int within = exit == Exit.AGENDA ? MEETING_WITHIN_DAYS : REVIEW_WITHIN_DAYS;
            if (!input.on().isAfter(clock.today())
                    || input.on().isAfter(clock.today().plusDays(within))) {
                throw Refusal.invalid("exit.day-out-of-range", within);
            }
        }
    }

    private void checkUnit(Handling handling, String code) {
        if (unitsToChoose(handling).stream().noneMatch(unit -> unit.code().equals(code))) {
            throw Refusal.invalid("exit.unit-not-possible");
        }
    }

    /**
     * Units that may be named in a handling: departments, without itself and without those that stand aside. What has a
     * level of its own (Organization Department, assigning office) is no department like the others, except where the
     * routing proposes it.
     */
    List<Unit> unitsToChoose(Handling handling) {
        Concern concern = handling.concern();
        Set<String> unitsOfLevels = rules.unitsOfLevels();
        List<String> proposed = proposedDepartments(concern);
        return university.units().stream()
                .filter(unit -> unit.kind().equals("department"))
                .filter(unit -> !unitsOfLevels.contains(unit.code()) || proposed.contains(unit.code()))
                .filter(unit -> !unit.code().equals(handling.unit()))
                .filter(unit -> !concern.standsAside(unit.code()))
                .toList();
    }

    /**
     * The unit's head signs.
     *
     * @param approved false sends it back to the handler, with {@code reason}
     * @param words what the head made of the words, as they are to leave the unit
     */
    public record Signature(
            boolean approved,
            @Text(max = 20_000, required = false) String words,
            @Text(max = 20_000, required = false) String tried,
            @Text(max = 2_000, required = false) String reason) {}

    public Progress sign(String number, String workItem, String head, Signature signature) {
        inputs.check(signature);
        Concern concern = concern(number);
        concern.requireState(Concern.State.OPEN);
        Handling handling = handled(concern, workItem);
        if (!signature.approved()) {
            if (signature.reason() == null || signature.reason().isBlank()) {
                throw Refusal.invalid("text.missing", Inputs.label("reason"));
            }
            steps.save(Step.of(concern, Step.Kind.SENT_BACK, clock.now())
                    .in(handling)
                    .by(head)
                    .words(signature.reason()));
            handling.sendBack();
            return new Progress(null, false, clock.next(handling), null, 0);
        }
        Exit exit = Exit.of(handling.exitCode());
        LevelExit rule = open(handling, exit.code());
        if (signature.words() == null || signature.words().isBlank()) {
            throw Refusal.invalid("text.missing", Inputs.label("words"));
        }
        handling.reword(signature.words(), exit.asks(Exit.Field.TRIED) ? signature.tried() : null);
        handling.sign(head);
        return takeEffect(concern, handling, rule, exit);
    }

    private Progress takeEffect(Concern concern, Handling handling, LevelExit rule, Exit exit) {
        Instant now = clock.now();
        if (handling.exitTried() != null) {
            steps.save(Step.of(concern, Step.Kind.TRIED, now)
                    .in(handling)
                    .by(handling.exitBy())
                    .words(handling.exitTried()));
        }
        steps.save(Step.of(concern, Step.Kind.EXIT, now)
                .in(handling)
                .by(handling.exitBy())
                .code(exit == Exit.OTHER_CHANNEL ? handling.exitChannel() : exit.code())
                .words(handling.exitWords()));
        endSupervision(handling, now);
        handling.take(rule.outcome(), LEAVING.contains(rule.outcome()), now);
        Instant waitUntil = null;
        int assisting = 0;
        switch (exit) {
            case PASS_UP -> {
                if (handling.exitUnit() != null) {
                    concern.refer(handling.exitUnit(), List.of());
                }
            }
            case REFER -> concern.refer(handling.exitUnit(), List.of());
            case CONVENE -> concern.refer(handling.exitUnit(), handling.exitUnits());
            case TRANSFER -> concern.handTo(handling.exitUnit());
            case RETURN -> concern.returned(handling.exitUnit());
            case ASSIGN -> concern.adjudicated(handling.exitUnit());
            case ASK -> {
                handling.pause(HandlingPause.Reason.ASKED_COLLEAGUE, now);
                waitUntil = clock.workingDaysFromNow(SUPPLEMENT_WITHIN_DAYS, handling.counting());
            }
            case EXPLAIN -> {
                handling.pause(HandlingPause.Reason.EXPLAINED, now);
                waitUntil = clock.openingOf(handling.exitOn());
            }
            case AGENDA -> {
                handling.pause(HandlingPause.Reason.AGENDA, now);
                Instant meeting = clock.closingOf(handling.exitOn());
                handling.dueAt(clock.workingDaysFrom(meeting, DECISION_WITHIN_DAYS, handling.counting()), meeting);
            }
            case ASSIST -> {
                handling.exitUnits()
                        .forEach(unit -> opinions.save(new Opinion(handling, unit, handling.exitWords(), now)));
                assisting = handling.exitUnits().size();
            }
            case EXTEND -> extend(handling);
            default -> {
                // answer, other-channel, hand-back: the outcome alone says what follows
            }
        }
        if (handling.stage().equals("review") && handling.answered()) {
            concern.reviewed(now);
        }
        return new Progress(rule.outcome(), false, handling.open() ? clock.next(handling) : null, waitUntil, assisting);
    }

    /**
     * Once, to the days that the table allows; where it names none, by the level's own days again. The level's clock stands
     * while the university's decision is awaited; then it is the time to record it that is granted once more.
     */
    void extend(Handling handling) {
        LevelDeadline rule = rules.deadline(handling.situation()).orElseThrow();
        handling.extend(rule.extendedDays() == null ? handling.days() + rule.handleDays() : rule.extendedDays());
        if (handling.awaitsDecision()) {
            handling.dueAt(clock.workingDaysFromNow(DECISION_WITHIN_DAYS, handling.counting()), null);
        } else {
            clock.restart(handling, rule);
        }
    }

    private void endSupervision(Handling handling, Instant now) {
        if (handling.supervised()) {
            supervisions.findByHandlingAndDecisionIsNull(handling).ifPresent(one -> one.decide("handled", null, now));
            handling.supervised(false);
        }
    }

    // --- waiting, and coming back ------------------------------------------------------------------------------------

    /** The review date has come, or the colleague's time to answer has run out: the level goes on. */
    public Progress resume(String number, long handlingId) {
        Concern concern = concern(number);
        return resume(concern, concern.handling(handlingId), Step.of(concern, Step.Kind.RESUMED, clock.now()));
    }

    /** The colleague answers what was asked. */
    public Progress supplement(String number, long handlingId, String person, Paper paper) {
        inputs.check(paper);
        Concern concern = concern(number);
        concern.requireState(Concern.State.OPEN);
        return resume(
                concern,
                concern.handling(handlingId),
                Step.of(concern, Step.Kind.SUPPLEMENTED, clock.now()).by(person).words(paper.words()));
    }

    /** Something the colleague adds in words. */
    public record Paper(@Text(max = 20_000) String words) {}

    private Progress resume(Concern concern, Handling handling, Step step) {
        handling.resume(clock.now());
        clock.restart(handling, rules.deadline(handling.situation()).orElseThrow());
        steps.save(step.in(handling));
        return new Progress(null, false, clock.next(handling), null, 0);
    }

    /** A unit that was asked to assist gives its opinion. */
    public void giveOpinion(String workItem, String person, Paper paper) {
        inputs.check(paper);
        Opinion opinion = opinions.findByWorkItem(workItem).orElseThrow(HandlingService::gone);
        opinion.give(paper.words(), person, clock.now());
        Concern concern = opinion.handling().concern();
        steps.save(Step.of(concern, Step.Kind.OPINION, clock.now())
                .in(opinion.handling())
                .unit(opinion.unit())
                .by(person)
                .words(paper.words()));
    }

    /**
     * The university decided. The decision answers the concern.
     *
     * @param on day of the decision
     */
    public record Decision(
            @Text(max = 20_000) String words,
            @Text(max = 32) String unit,

            @NotNull(message = "text.missing") LocalDate on) {}

    public Progress recordDecision(String number, String workItem, String person, Decision decision) {
        inputs.check(decision);
        Concern concern = concern(number);
        concern.requireState(Concern.State.OPEN);
        Handling handling = handled(concern, workItem);
        checkUnit(handling, decision.unit());
        if (decision.on().isAfter(clock.today()) || decision.on().isBefore(clock.dayOf(concern.raisedAt()))) {
            throw Refusal.invalid("decision.day");
        }
        endSupervision(handling, clock.now());
        handling.decided(clock.now());
        steps.save(Step.of(concern, Step.Kind.DECISION, clock.now())
                .in(handling)
                .by(person)
                .code(decision.unit() + "@" + decision.on())
                .words(decision.words()));
        return new Progress("answered", false, null, null, 0);
    }

    // --- time --------------------------------------------------------------------------------------------------------

    /**
     * What the level's clock says.
     *
     * @param action {@code wait} until {@code nextAt}, {@code supervise} until {@code until}, or {@code none}
     */
    public record TimeCheck(String action, Instant nextAt, Instant until) {}

    public TimeCheck checkTime(String number, long handlingId) {
        Concern concern = concern(number);
        Handling handling = concern.handling(handlingId);
        if (!handling.open() || handling.paused() && !handling.awaitsDecision()) {
            return new TimeCheck("none", null, null);
        }
        boolean overdue = clock.passed(handling.dueAt());
        boolean unreceived = handling.receivedAt() == null && clock.passed(handling.receiveBy());
        if (!handling.supervised() && (overdue || unreceived)) {
            Supervision.Reason reason = Supervision.Reason.of(handling, overdue);
            Instant until = clock.workingDaysFromNow(superviseDays(handling), handling.counting());
            supervisions.save(new Supervision(handling, handling.supervisor(), reason, clock.now(), until));
            handling.supervised(true);
            steps.save(Step.of(concern, Step.Kind.SUPERVISED, clock.now())
                    .in(handling)
                    .unit(handling.supervisor())
                    .code(reason.code()));
            return new TimeCheck("supervise", null, until);
        }
        if (clock.passed(handling.remindAt())) {
            handling.reminded();
            steps.save(Step.of(concern, Step.Kind.REMINDED, clock.now()).in(handling));
            events.publishEvent(new HandlingReminded(concern.number(), handling.people()));
        }
        return new TimeCheck("wait", clock.next(handling), null);
    }

    /** How long supervision waits before it is looked at again; two days where the table names none. */
    int superviseDays(Handling handling) {
        return rules.deadline(handling.situation())
                .map(LevelDeadline::moveAfterDays)
                .orElse(2);
    }

    /** Whether the way leads further up from here, by the table and by the colleague's choice. */
    boolean mayMoveUp(Concern concern, Situation situation) {
        return concern.mayTravel()
                && rules.exits(situation).stream()
                        .anyMatch(exit -> exit.outcome().equals("passed-up"));
    }

    // --- shared ------------------------------------------------------------------------------------------------------

    Concern concern(String number) {
        return concerns.findById(number).orElseThrow(() -> Refusal.notFound("concern.not-found"));
    }

    private static Handling handled(Concern concern, String workItem) {
        return concern.handling(workItem).orElseThrow(HandlingService::gone);
    }

    private static Refusal gone() {
        return Refusal.conflict("handling.task-gone");
    }

    String head(Concern concern, Handling handling) {
        return university
                .headOf(handling.answeringUnit(), concern.peopleAside(university))
                .people()
                .get(0)
                .id();
    }

    private String exitLabel(String code) {
        return words.label("exit", code);
    }

    Counting counting(Concern concern) {
        return new Counting(concern.campus(), concern.type() == ConcernType.HAZARD);
    }
}
