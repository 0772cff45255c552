package org.shangda.university;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 请假: entered by those who are away, by whoever answers for one of their units, and by the offices that keep the
 * university's posts. No reason is asked for.
 */
@Service
@Transactional
public class Absences {

    private final RosterTables tables;
    private final RosterChange change;
    private final CurrentUniversity university;
    private final People people;
    private final StandIns standIns;
    private final Set<String> offices;

    /** @param offices codes of the units that enter leave for everybody */
    Absences(
            RosterTables tables,
            RosterChange change,
            CurrentUniversity university,
            People people,
            StandIns standIns,
            @Value("${shangda.absence.entered-for-all-by:zzb}") Set<String> offices) {
        this.tables = tables;
        this.change = change;
        this.university = university;
        this.people = people;
        this.standIns = standIns;
        this.offices = offices;
    }

    /**
     * @param person staff number, or a name that is the only one
     * @param firstDay at most {@link Absence#LONGEST_DAYS} days from today
     * @param lastDay today or later
     * @param deputy who does the work meanwhile (代办): staff number, or a name that is the only one; empty: the unit does
     */
    public record Entry(String person, LocalDate firstDay, LocalDate lastDay, String deputy) {

        /** The unit does the work. */
        public static Entry of(String person, LocalDate firstDay, LocalDate lastDay) {
            return new Entry(person, firstDay, lastDay, null);
        }
    }

    /** @param lastDay yesterday, for somebody who is back today; or a later day before the last one so far */
    public record End(LocalDate lastDay) {}

    /**
     * @param state {@code coming}, {@code away} or {@code over}
     * @param enteredBy a name; null where the roster's table says so
     * @param deputy name of who was said to do the work meanwhile; null where nobody was
     * @param standIn a sentence that says who does the work meanwhile; null when it is over
     * @param passedOn how many pieces of work have gone to others or come back with this very request
     */
    public record Shown(
            String person,
            String personName,
            LocalDate firstDay,
            LocalDate lastDay,
            String state,
            String enteredBy,
            String deputy,
            String standIn,
            int passedOn) {}

    /**
     * @param own the caller's
     * @param others of those for whom the caller may enter leave
     * @param forOthers whether there is anybody for whom the caller may
     */
    public record Board(String caller, List<Shown> own, List<Shown> others, boolean forOthers) {}

    /** Leave that is not over for more than a month. */
    @Transactional(readOnly = true)
    public Board board(String caller) {
        LocalDate since = university.today().minusMonths(1);
        Set<Absence> recent = university.snapshot().roster().absences().stream()
                .filter(one -> !one.isOverOn(since))
                .filter(one -> university.person(one.person()).isPresent())
                .collect(toSet());
        return new Board(
                caller,
                shown(recent, person -> person.equals(caller)),
                shown(recent, person -> !person.equals(caller) && mayEnter(caller, person)),
                !university.unitsAnsweredBy(caller).isEmpty());
    }

    private List<Shown> shown(Set<Absence> all, Predicate<String> whose) {
        return all.stream()
                .filter(one -> whose.test(one.person()))
                .sorted(Comparator.comparing(Absence::first).reversed().thenComparing(Absence::person))
                .map(one -> shown(one, 0))
                .toList();
    }

    private Shown shown(Absence one, int passedOn) {
        boolean over = one.isOverOn(university.today());
        return new Shown(
                one.person(),
                university.nameOf(one.person()),
                one.first(),
                one.last(),
                over ? "over" : one.covers(university.today()) ? "away" : "coming",
                one.fromRoster() ? null : university.nameOf(one.enteredBy()),
                one.deputy() == null ? null : university.nameOf(one.deputy()),
                over ? null : standIns.sentence(one),
                passedOn);
    }

    /** @throws Refusal when the days cannot be, when they overlap, or when it is not the caller's to enter */
    public Shown enter(String caller, Entry entry) {
        Person person = people.meant(entry.person(), "person");
        requireMayEnter(caller, person.id());
        Absence absence = new Absence(
                person.id(),
                given(entry.firstDay(), "absentFrom"),
                given(entry.lastDay(), "absentTo"),
                caller,
                entry.deputy() == null || entry.deputy().isBlank()
                        ? null
                        : people.meant(entry.deputy(), "deputy").id());
        requirePossible(absence);
        Roster before = locked();
        standIns.require(absence, before);
        absence.overlapping(before.absences()).ifPresent(other -> {
            throw Refusal.conflict(
                    "university.absence.overlaps",
                    person.name(),
                    other.first().toString(),
                    other.last().toString());
        });
        Set<Absence> after = new HashSet<>(before.absences());
        after.add(absence);
        return shown(absence, write(before, after));
    }

    private void requirePossible(Absence absence) {
        LocalDate today = university.today();
        if (absence.endsBeforeItBegins()) {
            throw Refusal.invalid("university.absence.ends-before");
        }
        if (absence.first().isAfter(today.plusDays(Absence.LONGEST_DAYS))) {
            throw Refusal.invalid("university.absence.too-early", Absence.LONGEST_DAYS);
        }
        if (absence.isTooLong()) {
            throw Refusal.invalid("university.absence.too-long", Absence.LONGEST_DAYS);
        }
        if (absence.isOverOn(today)) {
            throw Refusal.invalid("university.absence.past");
        }
    }

    /** Back earlier. The same once more changes nothing. */
    public Shown end(String caller, String person, LocalDate firstDay, End end) {
        requireMayEnter(caller, person);
        LocalDate last = given(end.lastDay(), "absentTo");
        Roster before = locked();
        Absence absence =
                found(before, person, firstDay).orElseThrow(() -> Refusal.notFound("university.absence.none"));
        if (last.equals(absence.last())) {
            return shown(absence, 0);
        }
        if (absence.isOverOn(university.today())) {
            throw Refusal.conflict("university.absence.over");
        }
        if (last.isBefore(absence.first())
                || last.isAfter(absence.last())
                || last.isBefore(university.today().minusDays(1))) {
            throw Refusal.invalid("university.absence.end-between");
        }
        Absence shorter = absence.until(last, caller);
        Set<Absence> after = new HashSet<>(before.absences());
        after.remove(absence);
        after.add(shorter);
        return shown(shorter, write(before, after));
    }

    /** As if it never had been entered. The same once more changes nothing. */
    public void delete(String caller, String person, LocalDate firstDay) {
        requireMayEnter(caller, person);
        Roster before = locked();
        found(before, person, firstDay).ifPresent(absence -> {
            Set<Absence> after = new HashSet<>(before.absences());
            after.remove(absence);
            write(before, after);
        });
    }

    private Roster locked() {
        tables.lock();
        return tables.read();
    }

    /**
     * What has been over for a year is forgotten.
     *
     * @return how much work went to others
     */
    private int write(Roster before, Set<Absence> after) {
        LocalDate forgotten = university.today().minusYears(1);
        after.removeIf(one -> one.isOverOn(forgotten));
        return (int) change.whoAnswers(before, before.withAbsences(after)).stream()
                .filter(one -> one.kind() == PassedOn.Kind.WORK)
                .count();
    }

    private static Optional<Absence> found(Roster roster, String person, LocalDate firstDay) {
        return roster.absences().stream()
                .filter(one -> one.person().equals(person) && one.first().equals(firstDay))
                .findFirst();
    }

    private static LocalDate given(LocalDate day, String field) {
        if (day == null) {
            throw Refusal.invalid("text.missing", Inputs.label(field));
        }
        return day;
    }

    private void requireMayEnter(String caller, String person) {
        if (university.person(person).isEmpty() || !mayEnter(caller, person)) {
            throw Refusal.notFound("university.absence.not-yours");
        }
    }

    private boolean mayEnter(String caller, String person) {
        Set<String> answered = university.unitsAnsweredBy(caller);
        return caller.equals(person)
                || meet(answered, offices)
                || university.person(person).filter(one -> isOf(answered, one)).isPresent();
    }

    /** A person is of their branch and every unit above it, and of the units in which they hold a post. */
    private boolean isOf(Set<String> units, Person person) {
        return university.lineOf(person.branch()).stream().map(Unit::code).anyMatch(units::contains)
                || university.officesOf(person.id()).stream().map(Office::unit).anyMatch(units::contains);
    }

    private static boolean meet(Collection<String> some, Collection<String> others) {
        return some.stream().anyMatch(others::contains);
    }
}
