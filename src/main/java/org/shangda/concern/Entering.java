package org.shangda.concern;

import java.util.List;
import java.util.Optional;
import org.shangda.programme.LevelDeadline;
import org.shangda.programme.LevelUnit;
import org.shangda.programme.Rules;
import org.shangda.programme.Situation;
import org.shangda.refusal.Misconfigured;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A concern reaches a level: which unit answers there, who supervises it, and until when. */
@Service
@Transactional
public class Entering {

    private final Concerns concerns;
    private final Handlings handlings;
    private final Steps steps;
    private final Vacancies vacancies;
    private final Assistance assistance;
    private final Exits exits;
    private final Departments departments;
    private final Rules rules;
    private final University university;
    private final LevelClock clock;
    private final Tidings tidings;
    private final Together together;

    Entering(
            Concerns concerns,
            Handlings handlings,
            Steps steps,
            Vacancies vacancies,
            Assistance assistance,
            Exits exits,
            Departments departments,
            Rules rules,
            University university,
            LevelClock clock,
            Tidings tidings,
            Together together) {
        this.concerns = concerns;
        this.handlings = handlings;
        this.steps = steps;
        this.vacancies = vacancies;
        this.assistance = assistance;
        this.exits = exits;
        this.departments = departments;
        this.rules = rules;
        this.university = university;
        this.clock = clock;
        this.tidings = tidings;
        this.together = together;
    }

    /**
     * The concern reaches a level.
     *
     * @param level code of the level; null for the level that answered last ({@code again}, {@code review})
     */
    public Entered enter(String number, String level, String stage) {
        Concern concern = concerns.get(number);
        String at = level == null
                ? concern.visits().answeredBy().map(Handling::level).orElseThrow()
                : level;
        Situation situation = concern.situation(at, stage);
        LevelUnit rule =
                rules.levelUnit(situation).orElseThrow(() -> Misconfigured.withoutRow("level-units", situation));
        LevelDeadline deadline =
                rules.deadline(situation).orElseThrow(() -> Misconfigured.withoutRow("level-deadlines", situation));
        Optional<Handling> joined = joined(concern);
        if (joined.isPresent() && !joined.get().level().equals(at)) {
            return new Entered(null, null, 0, false);
        }
        Optional<String> unit = joined.map(Handling::unit).or(() -> answeringUnit(concern, situation, rule));
        if (unit.isEmpty()) {
            steps.save(Step.of(concern, Step.Kind.SKIPPED, clock.now()).code(at));
            return new Entered(null, null, 0, false);
        }
        Optional<Handling> before = concern.visits().latest();
        Asked asked = Asked.of(
                Asked.answering(concern, situation, rule, unit.get(), university, concern.peopleAside(university)));
        Handling handling = new Handling(concern, situation, unit.get(), asked, clock.now())
                .ruledBy(rule, supervisor(concern, rule, unit.get()), deadline);
        clock.start(concern.enter(handling), deadline);
        // The handling is written with the flush of the whole step; its id comes from the sequence's block in memory.
        handlings.save(handling);
        steps.save(Step.of(concern, Step.Kind.REACHED, clock.now()).in(handling));
        vacancies.answerBy(handling, asked);
        tidings.reached(handling);
        boolean merged = joined.map(one -> join(handling, one)).orElseGet(() -> together.arrives(handling, before));
        if (merged) {
            receivedWith(handling);
        }
        List<String> assistants = rule.rule().equals("routed") && !merged ? concern.assistingUnits() : List.of();
        if (!assistants.isEmpty()) {
            assistance.ask(
                    handling,
                    assistants,
                    before.map(Handling::proposal).map(Proposal::words).orElse(null));
            concern.assistanceAsked();
        }
        return new Entered(handling.id(), clock.next(handling), assistants.size(), merged);
    }

    /** Who has received the one that leads has received all of them. */
    private void receivedWith(Handling handling) {
        Handling leading = handlings.findById(handling.terms().ledBy()).orElseThrow();
        if (handling.terms().receiptAsked() && leading.receivedBy() != null) {
            handling.received(leading.receivedBy(), clock.now());
            steps.save(Step.of(handling.concern(), Step.Kind.RECEIVED, clock.now())
                    .in(handling)
                    .by(leading.receivedBy()));
        }
    }

    /** 附议: where the one is that it was raised to join, as long as it is nowhere yet. */
    private Optional<Handling> joined(Concern concern) {
        return concern.raising().joins() == null || !concern.handlings().isEmpty()
                ? Optional.empty()
                : handlings.findById(concern.raising().joins());
    }

    private boolean join(Handling handling, Handling leading) {
        together.merge(handling, leading);
        steps.save(Step.of(handling.concern(), Step.Kind.MERGED, clock.now()).in(handling));
        steps.save(Step.of(leading.concern(), Step.Kind.JOINED, clock.now()).in(leading));
        return true;
    }

    /** Empty when the level is passed over. Where nothing comes after it, whoever supervises it answers instead. */
    private Optional<String> answeringUnit(Concern concern, Situation situation, LevelUnit rule) {
        String named = concern.takeNextUnit(rule.rule().equals("routed"));
        List<String> candidates = named != null ? List.of(named) : byRule(concern, situation, rule);
        Optional<String> unit = candidates.stream()
                .filter(code -> !concern.standsAside(code))
                .filter(code -> university.unit(code).isPresent())
                .findFirst();
        return unit.isPresent() || exits.leadUp(concern, situation)
                ? unit
                : Optional.of(supervisor(
                        concern, rule, candidates.isEmpty() ? concern.inCharge(university) : candidates.get(0)));
    }

    private List<String> byRule(Concern concern, Situation situation, LevelUnit rule) {
        return switch (rule.rule()) {
            case "own-branch" -> List.of(concern.raising().branch());
            case "own-college" ->
                concern.raising().college() == null
                        ? List.of()
                        : List.of(concern.raising().college());
            case "fixed" -> List.of(rule.unit());
            case "same" ->
                concern.visits()
                        .answeredBy()
                        .map(handling -> List.of(handling.unit()))
                        .orElseThrow();
            case "routed" -> departments.proposed(concern);
            case "line-leader" -> LineLeaders.units(concern, situation, rule, university);
            default -> throw Misconfigured.unknown("level-units", situation, "rule", rule.rule());
        };
    }

    /** Who supervises a unit. A unit does not supervise itself, nor one that stands aside; then it is the line above. */
    private String supervisor(Concern concern, LevelUnit rule, String unit) {
        String wanted =
                rule.supervisionRule().equals("own-college") ? concern.inCharge(university) : rule.supervisionUnit();
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
}
