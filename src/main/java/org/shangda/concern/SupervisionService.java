package org.shangda.concern;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.shangda.programme.LevelDeadline;
import org.shangda.programme.Outcome;
import org.shangda.programme.Rules;
import org.shangda.programme.StalledWhen;
import org.shangda.programme.StalledWhen.Cause;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.university.Person;
import org.shangda.words.Choice;
import org.shangda.words.WordKind;
import org.shangda.words.Words;
import org.shangda.work.Offer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 督办: what the supervision line may do about a late handling. The late unit's task stays open meanwhile. */
@Service
@Transactional
public class SupervisionService {

    static final WordKind KIND = WordKind.named("measure", "urge", "extend", "take-over", "give", "move-up");

    /**
     * What a supervisor fills in.
     *
     * @param unit code of the other unit, for {@code give}
     */
    public record Input(
            @Text(max = 40) String measure,
            @Text(max = 2_000) String words,
            @Text(max = 32, required = false) String unit) {}

    /**
     * What the way reads afterwards.
     *
     * @param decision {@code stay}, {@code extended}, {@code received}, {@code reassigned} or {@code moved-up}
     * @param outcome outcome of the level when it moved up, otherwise null
     */
    public record Decided(String decision, Outcome outcome, Instant nextAt, Instant until) {}

    private final Supervisions supervisions;
    private final SupervisionLine line;
    private final StalledWhen thresholds;
    private final ApplicationEventPublisher events;
    private final Steps steps;
    private final Concerns concerns;
    private final Exits exits;
    private final LevelTime time;
    private final Rules rules;
    private final Departments departments;
    private final LevelClock clock;
    private final Tidings tidings;
    private final Inputs inputs;
    private final Words words;
    private final Together together;

    SupervisionService(
            Supervisions supervisions,
            SupervisionLine line,
            StalledWhen thresholds,
            ApplicationEventPublisher events,
            Steps steps,
            Concerns concerns,
            Exits exits,
            LevelTime time,
            Rules rules,
            Departments departments,
            LevelClock clock,
            Tidings tidings,
            Inputs inputs,
            Words words,
            Together together) {
        this.supervisions = supervisions;
        this.line = line;
        this.thresholds = thresholds;
        this.events = events;
        this.steps = steps;
        this.concerns = concerns;
        this.exits = exits;
        this.time = time;
        this.rules = rules;
        this.departments = departments;
        this.clock = clock;
        this.tidings = tidings;
        this.inputs = inputs;
        this.words = words;
        this.together = together;
    }

    public Offer offer(String number, long handlingId) {
        return offer(open(concerns.get(number), handlingId));
    }

    /** The same for many at once, by the handlings that are supervised. */
    public Map<Long, Offer> offers(Collection<Long> handlings) {
        return supervisions.findByHandlingIdInAndDecisionIsNull(handlings).stream()
                .collect(toMap(supervision -> supervision.handling().id(), this::offer));
    }

    private Offer offer(Supervision supervision) {
        Concern concern = supervision.handling().concern();
        return LevelWork.toAll(
                concern, line.answering(supervision.handling(), supervision.rung()), supervision.until(), "supervise");
    }

    public void placed(String number, long handlingId, String workItem) {
        open(concerns.get(number), handlingId).offered(workItem);
    }

    /** Whoever supervises may by now be the one who is late: then somebody further up does. */
    public void supervisedAnew(String number, long handlingId) {
        Concern concern = concerns.get(number);
        Supervision supervision = open(concern, handlingId);
        climb(supervision, line.stillAbove(supervision.handling(), supervision.rung()), "passed-over");
    }

    /** What the form offers: the measures open now, under all their names. */
    List<Choice> choicesFor(Supervision supervision) {
        List<Measure> open = measuresOpen(supervision);
        return words.choices(KIND).stream()
                .filter(choice -> open.contains(Measure.of(choice.value())))
                .toList();
    }

    private List<Measure> measuresOpen(Supervision supervision) {
        List<Measure> open = new ArrayList<>();
        if (!supervision.urged()) {
            open.add(Measure.URGE);
        }
        open.addAll(measuresOpen(supervision.handling(), supervision.rung()));
        return open;
    }

    /** What more than urging is open to whoever supervises. Nothing moves further than the colleague allowed. */
    List<Measure> measuresOpen(Handling late, SupervisionLine.Rung rung) {
        List<Measure> open = new ArrayList<>();
        List<Handling> all = together.all(late);
        if (all.stream().noneMatch(one -> one.terms().extended())) {
            open.add(Measure.EXTEND);
        }
        if (all.stream().allMatch(one -> one.concern().mayTravel())) {
            if (!rung.leader()) {
                open.add(Measure.TAKE_OVER);
            }
            open.add(Measure.GIVE);
        }
        if (exits.leadUp(late)) {
            open.add(Measure.MOVE_UP);
        }
        return open;
    }

    public Decided decide(String number, long handlingId, String person, Input input) {
        Concern concern = concerns.get(number);
        concern.requireState(Concern.State.OPEN);
        return decide(open(concern, handlingId), person, input, false);
    }

    /** @param reasonTold whether the colleague reads why the time was extended */
    Decided decide(Supervision supervision, String person, Input input, boolean reasonTold) {
        inputs.check(input);
        String named = words.chosen(KIND, input.measure(), "measure");
        Measure measure = Measure.of(named);
        Handling late = supervision.handling();
        Concern concern = late.concern();
        if (!measuresOpen(supervision).contains(measure)) {
            throw closed(named);
        }
        Step step = steps.save(Step.of(concern, Step.Kind.SUPERVISION, clock.now())
                .in(late)
                .unit(supervision.unit())
                .by(person)
                .code(named)
                .words(input.words()));
        switch (measure) {
            case URGE -> {
                supervision.urge();
                late.terms().urged(clock.now());
                tidings.urgedBySupervisor(step, late);
            }
            case EXTEND -> {
                time.extendAll(late);
                if (reasonTold) {
                    together.all(late)
                            .forEach(one ->
                                    steps.save(Step.of(one.concern(), Step.Kind.EXTENDED_BY_SUPERVISOR, clock.now())
                                            .in(one)
                                            .unit(supervision.unit())
                                            .by(person)
                                            .on(clock.dayOf(one.terms().dueAt()))
                                            .words(input.words())));
                }
            }
            case TAKE_OVER -> handTo(supervision.unit(), late);
            case GIVE -> handTo(other(late, input.unit()), late);
            case MOVE_UP -> {
                // the outcome alone says what follows
            }
        }
        return conclude(supervision, measure.decision(), person);
    }

    Refusal closed(String measure) {
        return Refusal.conflict("supervision.measure-closed", words.label("measure", measure));
    }

    /**
     * Nobody decided in time. The tables say whether the concern then moves by itself, or who supervises next. A leader is
     * reminded once; after that there is nobody further up, and only the date is set anew.
     */
    public Decided lapse(String number, long handlingId) {
        Concern concern = concerns.get(number);
        Supervision supervision = open(concern, handlingId);
        Handling late = supervision.handling();
        String what = afterSilence(concern, supervision);
        if (what.equals("lapsed") && supervision.withLeader()) {
            return staysWithLeader(supervision);
        }
        steps.save(Step.of(concern, Step.Kind.SUPERVISION, clock.now())
                .in(late)
                .unit(supervision.unit())
                .code(what));
        return switch (what) {
            case "received" -> conclude(supervision, "received", null);
            case "moved-by-itself" -> conclude(supervision, "moved-up", null);
            default -> {
                int silences = supervision.silent();
                climb(supervision, line.after(late, supervision.rung(), silences), "silent");
                yield conclude(supervision, "stay", null);
            }
        };
    }

    private void climb(Supervision supervision, SupervisionLine.Rung rung, String because) {
        if (rung.equals(supervision.rung())) {
            return;
        }
        supervision.climbTo(rung);
        steps.save(Step.of(supervision.handling().concern(), Step.Kind.CLIMBED, clock.now())
                .in(supervision.handling())
                .unit(rung.unit())
                .code(rung.leader() ? because + "-to-leader" : because));
    }

    private Decided staysWithLeader(Supervision supervision) {
        Handling late = supervision.handling();
        if (!supervision.remindLeader()) {
            int days = thresholds
                    .of(
                            Cause.NO_MOVEMENT,
                            late.situation().programme(),
                            late.level(),
                            late.situation().type())
                    .n();
            supervision.lasts(clock.workingDaysFromNow(Math.max(1, days), late.counting()));
            return new Decided("stay", null, null, supervision.until());
        }
        steps.save(Step.of(late.concern(), Step.Kind.LEADER_REMINDED, clock.now())
                .in(late)
                .unit(supervision.unit()));
        events.publishEvent(new HandlingReminded(
                late.concern().number(),
                line.answering(late, supervision.rung()).people().stream()
                        .map(Person::id)
                        .toList()));
        return conclude(supervision, "stay", null);
    }

    private String afterSilence(Concern concern, Supervision supervision) {
        Handling late = supervision.handling();
        if (supervision.receivedSince() && !clock.passed(late.terms().dueAt())) {
            return "received";
        }
        boolean moves = rules.deadline(late.situation())
                        .map(LevelDeadline::onOverdue)
                        .filter("move-up"::equals)
                        .isPresent()
                && exits.leadUp(late);
        return moves ? "moved-by-itself" : "lapsed";
    }

    private Decided conclude(Supervision supervision, String decision, String person) {
        Handling late = supervision.handling();
        Instant now = clock.now();
        if (decision.equals("stay")) {
            supervision.lasts(clock.workingDaysFromNow(time.superviseDays(late), late.counting()));
            return new Decided(decision, null, null, supervision.until());
        }
        supervision.decide(decision, person, now);
        late.supervised(false);
        if (decision.equals("extended") || decision.equals("received")) {
            return new Decided(decision, null, clock.next(late), null);
        }
        Outcome outcome = decision.equals("moved-up") ? Outcome.PASSED_UP : Outcome.REASSIGNED;
        together.takenOff(late, outcome, now);
        return new Decided(decision, late.outcome(), null, null);
    }

    private void handTo(String unit, Handling late) {
        together.all(late).forEach(one -> one.concern().handTo(unit));
    }

    private String other(Handling late, String unit) {
        if (unit == null || unit.isBlank()) {
            throw Refusal.invalid("text.missing", Inputs.label("unit"));
        }
        if (departments.toGive(late).stream().noneMatch(one -> one.code().equals(unit))) {
            throw Refusal.invalid("exit.unit-not-possible");
        }
        return unit;
    }

    private Supervision open(Concern concern, long handlingId) {
        return supervisions
                .findByHandlingAndDecisionIsNull(concern.visits().of(handlingId))
                .orElseThrow(() -> Refusal.conflict("supervision.decided"));
    }
}
