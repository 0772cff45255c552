package org.shangda.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shangda.calendar.Counting;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.programme.LevelUnit;
import org.shangda.programme.PracticeDays;
import org.shangda.programme.Programmes;
import org.shangda.programme.Rules;
import org.shangda.programme.Situation;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/**
 * Who hears of work that is not done by its day (adr/0056): the unit above, and while it stays undone, one further up for
 * every so many working days, up to the university.
 */
@Component
public class SupervisingLine {

    /** Levels that a unit of their own supervises, by the table of levels; a branch is supervised by its college. */
    private static final Set<String> SUPERVISED_BY_TABLE = Set.of("college", "department");

    private final University university;
    private final Rules rules;
    private final Programmes programmes;
    private final PracticeDays days;
    private final WorkingCalendar calendar;
    private final Clock clock;

    SupervisingLine(
            University university,
            Rules rules,
            Programmes programmes,
            PracticeDays days,
            WorkingCalendar calendar,
            Clock clock) {
        this.university = university;
        this.rules = rules;
        this.programmes = programmes;
        this.days = days;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The unit that is to hear of it today.
     *
     * @param unit whose work it is
     * @param since when it was due
     */
    String above(String unit, Instant since) {
        List<String> line = line(unit);
        Counting counting = new Counting(university.unit(unit).map(Unit::campus).orElse(null), false);
        int late = calendar.workingDays(dayOf(since).plusDays(1), LocalDate.now(clock), counting);
        return line.get(Math.min(late / days.of(PracticeDays.What.LATE_CLIMBS), line.size() - 1));
    }

    /** Moments of one day have the same line. */
    LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    /** The nearest first; never empty, because nobody is above the university but itself. */
    private List<String> line(String unit) {
        String answering = answeringFor(unit);
        List<String> line = new ArrayList<>();
        Optional<String> next = next(unit);
        while (next.isPresent() && !line.contains(next.get())) {
            line.add(next.get());
            next = next(next.get());
        }
        // Whoever is late themselves, because they answer for the unit, is not above it.
        List<String> others = line.stream()
                .filter(one -> !answeringFor(one).equals(answering))
                .toList();
        return !others.isEmpty() ? others : line.isEmpty() ? List.of(unit) : line;
    }

    private Optional<String> next(String code) {
        Optional<Unit> unit = university.unit(code);
        return unit.filter(one -> SUPERVISED_BY_TABLE.contains(one.kind()))
                .flatMap(this::byTable)
                .filter(above -> !above.equals(code) && university.unit(above).isPresent())
                .or(() -> unit.map(Unit::parent));
    }

    private Optional<String> byTable(Unit unit) {
        String college = university.collegeOf(unit.code()).map(Unit::code).orElse(null);
        String programme = programmes.inForce(college, LocalDate.now(clock)).code();
        return rules.levelUnit(new Situation(programme, unit.kind(), "first", "problem"))
                .map(LevelUnit::supervisionUnit);
    }

    private String answeringFor(String unit) {
        return university.handlersOf(unit, Set.of()).unit().code();
    }

    /** Of work that is offered to a person: the unit that they answer for, if it is one; otherwise their branch. */
    public String unitOf(String person) {
        Set<String> answered = university.unitsAnsweredBy(person);
        return answered.size() == 1
                ? answered.iterator().next()
                : university.person(person).map(Person::branch).orElse(null);
    }

    /** Staff numbers of those who answer for a unit. */
    List<String> people(String unit) {
        return university.handlersOf(unit, Set.of()).people().stream()
                .map(Person::id)
                .toList();
    }
}
