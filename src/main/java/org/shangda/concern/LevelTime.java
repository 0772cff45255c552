package org.shangda.concern;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.shangda.attachment.Attachments;
import org.shangda.programme.LevelDeadline;
import org.shangda.programme.PracticeDays;
import org.shangda.programme.Rules;
import org.shangda.refusal.Inputs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A level's time: what is due when its clock is looked at, what stops it, starts it again, and makes it longer. */
@Service
@Transactional
public class LevelTime {

    private final Concerns concerns;
    private final Supervisions supervisions;
    private final SupervisionLine line;
    private final Steps steps;
    private final Rules rules;
    private final LevelClock clock;
    private final Inputs inputs;
    private final Tidings tidings;
    private final ApplicationEventPublisher events;
    private final Attachments attachments;
    private final Together together;
    private final Meetings meetings;

    LevelTime(
            Concerns concerns,
            Supervisions supervisions,
            SupervisionLine line,
            Steps steps,
            Rules rules,
            LevelClock clock,
            Inputs inputs,
            Tidings tidings,
            ApplicationEventPublisher events,
            Attachments attachments,
            Together together,
            Meetings meetings) {
        this.concerns = concerns;
        this.supervisions = supervisions;
        this.line = line;
        this.steps = steps;
        this.rules = rules;
        this.clock = clock;
        this.inputs = inputs;
        this.tidings = tidings;
        this.events = events;
        this.attachments = attachments;
        this.together = together;
        this.meetings = meetings;
    }

    // --- its clock is looked at --------------------------------------------------------------------------------------

    /**
     * What the level's clock says.
     *
     * @param action {@code wait} until {@code nextAt}, {@code supervise} until {@code until}, or {@code none}
     */
    public record TimeCheck(String action, Instant nextAt, Instant until) {}

    public TimeCheck checkTime(String number, long handlingId) {
        Concern concern = concerns.get(number);
        Handling handling = concern.visits().of(handlingId);
        if (!handling.open() || handling.paused() && !handling.awaitsDecision()) {
            return new TimeCheck("none", null, null);
        }
        Optional<Supervision> ahead = openedAhead(handling);
        if (ahead.isPresent()) {
            return new TimeCheck("supervise", null, ahead.get().until());
        }
        boolean overdue = clock.passed(handling.terms().dueAt());
        boolean unreceived =
                handling.receivedAt() == null && clock.passed(handling.terms().receiveBy());
        if (!handling.supervised() && (overdue || unreceived)) {
            Supervision opened = supervise(handling, overdue);
            SupervisionLine.Rung rung = opened.rung();
            steps.save(Step.of(concern, Step.Kind.SUPERVISED, clock.now())
                    .in(handling)
                    .unit(rung.unit())
                    .code(opened.reason()));
            if (!rung.unit().equals(handling.supervisor())) {
                steps.save(Step.of(concern, Step.Kind.CLIMBED, clock.now())
                        .in(handling)
                        .unit(rung.unit())
                        .code(rung.leader() ? "passed-over-to-leader" : "passed-over"));
            }
            return new TimeCheck("supervise", null, opened.until());
        }
        if (clock.passed(handling.terms().remindAt())) {
            handling.terms().reminded();
            steps.save(Step.of(concern, Step.Kind.REMINDED, clock.now()).in(handling));
            events.publishEvent(
                    new HandlingReminded(concern.number(), handling.asked().people()));
        }
        return new TimeCheck("wait", clock.next(handling), null);
    }

    /** Opened by the supervising unit, and not taken up by the way yet. */
    private Optional<Supervision> openedAhead(Handling handling) {
        return handling.supervised()
                ? supervisions.findByHandlingAndDecisionIsNull(handling).filter(one -> one.workItem() == null)
                : Optional.empty();
    }

    /** A supervision of its own accord; the way takes it up when the level's clock is looked at next. */
    void superviseAhead(Handling handling) {
        supervise(handling, clock.passed(handling.terms().dueAt()));
    }

    private Supervision supervise(Handling handling, boolean overdue) {
        handling.supervised(true);
        return supervisions.save(new Supervision(
                handling,
                line.first(handling),
                Supervision.Reason.of(handling, overdue),
                clock.now(),
                clock.workingDaysFromNow(superviseDays(handling), handling.counting())));
    }

    /** How long supervision waits before it is looked at again; two days where the table names none. */
    int superviseDays(Handling handling) {
        return rules.deadline(handling.situation())
                .map(LevelDeadline::moveAfterDays)
                .orElse(2);
    }

    // --- it stands still ---------------------------------------------------------------------------------------------

    /** The colleague is asked for something. @return until when the level waits for it */
    Instant pauseForColleague(Handling handling) {
        handling.pause(HandlingPause.Reason.ASKED_COLLEAGUE, clock.now());
        return clock.within(PracticeDays.What.SUPPLEMENT_WITHIN, handling.counting());
    }

    /** It was explained, and is taken up again on the day of review. @return until when the level waits */
    Instant pauseUntilReview(Handling handling) {
        handling.pause(HandlingPause.Reason.EXPLAINED, clock.now());
        return clock.openingOf(handling.proposal().on());
    }

    /** The university is to decide, at the next meeting that takes items. */
    void pauseForDecision(Handling handling) {
        handling.pause(HandlingPause.Reason.AGENDA, clock.now());
        heardOn(handling, meetings.next());
    }

    /** Reminder and deadline are from now on those of recording what the university decided on that day. */
    void heardOn(Handling handling, LocalDate day) {
        handling.propose(handling.proposal().heardOn(day));
        Instant meeting = clock.closingOf(day);
        handling.terms().dueBy(clock.within(PracticeDays.What.DECISION_WITHIN, meeting, handling.counting()), meeting);
    }

    // --- it goes on --------------------------------------------------------------------------------------------------

    /** The review date has come, or the colleague's time to answer has run out: the level goes on. */
    public Progress resume(String number, long handlingId) {
        Concern concern = concerns.get(number);
        return resume(concern.visits().of(handlingId), Step.of(concern, Step.Kind.RESUMED, clock.now()));
    }

    /** The colleague answers what was asked. */
    public Progress supplement(String number, long handlingId, String person, Supplement supplement) {
        inputs.check(supplement);
        Concern concern = concerns.get(number);
        concern.requireState(Concern.State.OPEN);
        attachments.add(person, supplement.files(), number);
        return resume(
                concern.visits().of(handlingId),
                Step.of(concern, Step.Kind.SUPPLEMENTED, clock.now()).by(person).words(supplement.words()));
    }

    private Progress resume(Handling handling, Step step) {
        restart(handling, step);
        together.waitingFor(handling).stream()
                .filter(Handling::paused)
                .forEach(one -> restart(one, Step.of(one.concern(), Step.Kind.RESUMED, clock.now())));
        together.rescheduled(handling);
        return new Progress(null, false, clock.next(handling), null, 0);
    }

    private void restart(Handling handling, Step step) {
        handling.resume(clock.now());
        clock.restart(handling, rules.deadline(handling.situation()).orElseThrow());
        steps.save(step.in(handling));
    }

    /** Of all that are handled together each has more time. */
    void extendAll(Handling leading) {
        together.all(leading).forEach(this::extend);
        together.rescheduled(leading);
    }

    /**
     * Once, to the days that the table allows; where it names none, by the level's own days again. The level's clock stands
     * while the university's decision is awaited; then it is the time to record it that is granted once more, after the time that
     * is left, and the reminder of the meeting's day stays.
     */
    void extend(Handling handling) {
        LevelDeadline rule = rules.deadline(handling.situation()).orElseThrow();
        handling.extend(
                rule.extendedDays() == null ? handling.terms().days() + rule.handleDays() : rule.extendedDays());
        if (handling.awaitsDecision()) {
            Instant due = handling.terms().dueAt();
            Instant from = clock.passed(due) ? clock.now() : due;
            handling.terms()
                    .dueBy(
                            clock.within(PracticeDays.What.DECISION_WITHIN, from, handling.counting()),
                            handling.terms().remindAt());
        } else {
            clock.restart(handling, rule);
        }
        tidings.extended(handling);
    }
}
