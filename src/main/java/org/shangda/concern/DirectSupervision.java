package org.shangda.concern;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shangda.concern.SupervisionLine.Rung;
import org.shangda.concern.SupervisionService.Decided;
import org.shangda.concern.SupervisionService.Input;
import org.shangda.programme.PracticeDays;
import org.shangda.refusal.Refusal;
import org.shangda.university.University;
import org.shangda.words.Choice;
import org.shangda.work.WorkWaits;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 直接督办: what a supervising unit does about a visit of its own accord, whether or not there is a supervision yet (adr/0051).
 * A measure that moves the case opens one and decides it at once, so that engine and domain say the same.
 */
@Service
@Transactional
public class DirectSupervision {

    /** 改派经办人: not a measure of the form, since the visit stays with its unit. */
    public static final String GIVE_TO_PERSON = "give-to-person";
    /** 请督办单位催办, by who may see that it stands still but decides nothing. */
    public static final String ASK_TO_URGE = "ask-to-urge";

    /** A visit by its concern's number and its own id. */
    public record Place(String number, long handling) {}

    private final EntityManager entities;
    private final Concerns concerns;
    private final Supervisions supervisions;
    private final SupervisionService supervision;
    private final SupervisionLine line;
    private final Steps steps;
    private final LevelTime time;
    private final LevelWork work;
    private final Departments departments;
    private final ConcernProcess process;
    private final University university;
    private final LevelClock clock;
    private final Tidings tidings;
    private final Together together;
    private final ApplicationEventPublisher events;

    DirectSupervision(
            EntityManager entities,
            Concerns concerns,
            Supervisions supervisions,
            SupervisionService supervision,
            SupervisionLine line,
            Steps steps,
            LevelTime time,
            LevelWork work,
            Departments departments,
            ConcernProcess process,
            University university,
            LevelClock clock,
            Tidings tidings,
            Together together,
            ApplicationEventPublisher events) {
        this.entities = entities;
        this.concerns = concerns;
        this.supervisions = supervisions;
        this.supervision = supervision;
        this.line = line;
        this.steps = steps;
        this.time = time;
        this.work = work;
        this.departments = departments;
        this.process = process;
        this.university = university;
        this.clock = clock;
        this.tidings = tidings;
        this.together = together;
        this.events = events;
    }

    // --- what is open ------------------------------------------------------------------------------------------------

    /**
     * What is open to a person about each of the visits now: codes of measures, and {@link #GIVE_TO_PERSON}. In few statements.
     */
    @Transactional(readOnly = true)
    public Map<Long, Set<String>> open(String person, Collection<Place> places) {
        Map<String, Concern> known = concerns
                .findAllById(places.stream().map(Place::number).collect(toSet()))
                .stream()
                .collect(toMap(Concern::number, concern -> concern));
        Map<Long, Supervision> supervised =
                supervisions
                        .findByHandlingIdInAndDecisionIsNull(
                                places.stream().map(Place::handling).collect(toSet()))
                        .stream()
                        .collect(toMap(one -> one.handling().id(), one -> one));
        Map<Long, Set<String>> open = new HashMap<>();
        places.forEach(place -> Optional.ofNullable(known.get(place.number()))
                .flatMap(concern -> visit(concern, place))
                .ifPresent(late ->
                        open.put(late.id(), open(person, late, Optional.ofNullable(supervised.get(late.id()))))));
        return open;
    }

    private Set<String> open(String person, Handling late, Optional<Supervision> supervised) {
        if (!isUnderWay(late) || !supervises(person, late, supervised)) {
            return Set.of();
        }
        Set<String> open = new HashSet<>();
        if (!urgedLately(late.terms().urgedAt(), late)) {
            open.add(Measure.URGE.code());
        }
        supervision.measuresOpen(late, over(late, supervised)).stream()
                .map(Measure::code)
                .forEach(open::add);
        if (!others(late).isEmpty()) {
            open.add(GIVE_TO_PERSON);
        }
        return open;
    }

    /** Units to which it can be given. */
    @Transactional(readOnly = true)
    public List<Choice> units(Place place) {
        return visit(concerns.get(place.number()), place).map(departments::toGive).orElse(List.of()).stream()
                .map(unit -> new Choice(unit.name(), unit.code()))
                .toList();
    }

    /** Others who answer for its unit today. For its supervising unit alone: it is a list of names. */
    @Transactional(readOnly = true)
    public List<Choice> people(Place place) {
        return visit(concerns.get(place.number()), place).map(this::others).orElse(List.of()).stream()
                .map(id -> new Choice(university.nameOf(id), id))
                .toList();
    }

    private List<String> others(Handling late) {
        if (late.proposed()) {
            return List.of();
        }
        return work.answeringToday(late).stream()
                .filter(id ->
                        !id.equals(late.receivedBy()) && !id.equals(late.terms().givenTo()))
                .toList();
    }

    // --- what is done ------------------------------------------------------------------------------------------------

    /**
     * 催办: at most once in the days of {@link PracticeDays.What#URGE_EVERY}.
     *
     * @return the day from which it can be urged again
     */
    public LocalDate urge(Place place, String person) {
        Handling late = supervisedBy(person, place);
        requireNotLately("supervision.urged-lately", late.terms().urgedAt(), late);
        late.terms().urged(clock.now());
        Optional<Supervision> open = openOf(late);
        open.filter(one -> !one.urged()).ifPresent(Supervision::urge);
        Step step = steps.save(Step.of(late.concern(), Step.Kind.SUPERVISION, clock.now())
                .in(late)
                .unit(over(late, open).unit())
                .by(person)
                .code(Measure.URGE.code()));
        tidings.urgedBySupervisor(step, late);
        return clock.dayOf(again(late.terms().urgedAt(), late));
    }

    /**
     * An operator asks the supervising unit to urge, as often as that unit may.
     *
     * @return name of the unit that was asked
     */
    public String askToUrge(Place place, String operator) {
        Handling late = underWay(place);
        requireNotLately("supervision.urged-lately", late.terms().urgedAt(), late);
        requireNotLately("supervision.urging-asked-lately", late.terms().urgingAskedAt(), late);
        late.terms().urgingAsked(clock.now());
        Rung rung = over(late, openOf(late));
        Step step = steps.save(Step.of(late.concern(), Step.Kind.ASKED_TO_URGE, clock.now())
                .in(late)
                .unit(rung.unit())
                .by(operator));
        tidings.urgingAsked(step, late, line.answering(late, rung));
        return university.nameOfUnit(rung.unit());
    }

    /**
     * A measure that the table and the colleague leave open: {@code extend}, {@code take-over}, {@code give}, {@code move-up}. Of
     * an extension the colleague reads the reason.
     *
     * @param unit code of the other unit, for {@code give}; null otherwise
     * @return for {@code extend} the new deadline's day; null otherwise
     */
    public LocalDate decide(Place place, String person, String measure, String words, String unit) {
        Handling late = supervisedBy(person, place);
        if (!supervision.measuresOpen(late, over(late, openOf(late))).contains(Measure.of(measure))) {
            throw supervision.closed(measure);
        }
        if (!late.supervised()) {
            time.superviseAhead(late);
            process.supervisedAhead(late.workItem());
        }
        Supervision open = openOf(late).orElseThrow(() -> Refusal.conflict("supervision.decided"));
        String task = open.workItem();
        Decided decided = supervision.decide(open, person, new Input(measure, words, unit), true);
        process.supervisionDecided(task, decided);
        return late.open() ? clock.dayOf(late.terms().dueAt()) : null;
    }

    /** 改派经办人: of the same unit. Who has received it so far has it no more; it is for the new one to receive. */
    public void giveTo(Place place, String person, String handler) {
        Handling late = supervisedBy(person, place);
        if (!others(late).contains(handler)) {
            throw Refusal.invalid("supervision.person-not-possible", university.nameOfUnit(late.answeringUnit()));
        }
        together.all(late).forEach(one -> {
            one.terms().giveTo(handler);
            one.offeredTo(one.asked().only(handler));
        });
        steps.save(Step.of(late.concern(), Step.Kind.GIVEN_TO_PERSON, clock.now())
                .in(late)
                .by(person));
        process.givenTo(late.workItem(), handler);
        events.publishEvent(new WorkWaits(
                late.workItem(),
                place.number(),
                "handle." + late.level(),
                late.answeringUnit(),
                List.of(handler),
                true,
                late.concern().isHazard()));
    }

    // --- who, and when -----------------------------------------------------------------------------------------------

    private static Optional<Handling> visit(Concern concern, Place place) {
        return concern.handlings().stream()
                .filter(one -> one.id() == place.handling())
                .findFirst();
    }

    private static boolean isUnderWay(Handling late) {
        return late.concern().state() == Concern.State.OPEN
                && late.open()
                && late.workItem() != null
                && (!late.paused() || late.awaitsDecision());
    }

    /** Whoever does something else with it at this moment must not be overtaken: one of the two is refused. */
    private Handling underWay(Place place) {
        Concern concern = concerns.get(place.number());
        concern.requireState(Concern.State.OPEN);
        Handling late = visit(concern, place).orElseThrow(() -> Refusal.notFound("concern.not-found"));
        if (!late.open()) {
            throw Refusal.conflict("handling.ended");
        }
        if (!isUnderWay(late)) {
            throw Refusal.conflict("supervision.rests");
        }
        entities.lock(concern, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        return late;
    }

    private Handling supervisedBy(String person, Place place) {
        Handling late = underWay(place);
        Optional<Supervision> open = openOf(late);
        if (!supervises(person, late, open)) {
            throw Refusal.conflict(
                    "supervision.of-others",
                    university.nameOfUnit(over(late, open).unit()));
        }
        return late;
    }

    private boolean supervises(String person, Handling late, Optional<Supervision> open) {
        if (together.peopleAside(late).contains(person)) {
            return false;
        }
        Rung rung = over(late, open);
        return rung.leader()
                ? line.answering(late, rung).people().stream()
                        .anyMatch(leader -> leader.id().equals(person))
                : university.unitsAnsweredBy(person).contains(rung.unit());
    }

    /** Who was named when the visit began may be the one who is late by now. */
    private Rung over(Handling late, Optional<Supervision> open) {
        return open.map(Supervision::rung).orElseGet(() -> line.first(late));
    }

    private Optional<Supervision> openOf(Handling late) {
        return late.supervised() ? supervisions.findByHandlingAndDecisionIsNull(late) : Optional.empty();
    }

    private void requireNotLately(String code, Instant last, Handling late) {
        if (urgedLately(last, late)) {
            throw Refusal.conflict(
                    code,
                    clock.days(PracticeDays.What.URGE_EVERY),
                    clock.dayOf(again(last, late)).toString());
        }
    }

    private boolean urgedLately(Instant last, Handling late) {
        return last != null && clock.now().isBefore(again(last, late));
    }

    private Instant again(Instant last, Handling late) {
        return clock.within(PracticeDays.What.URGE_EVERY, last, late.counting());
    }
}
