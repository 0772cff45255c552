package org.shangda.university;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.springframework.stereotype.Component;

/**
 * Who does somebody's work while they are on leave: who may be named for it, and who it will be, in a sentence; by the same
 * rule by which the work is given.
 */
@Component
class StandIns {

    private final CurrentUniversity university;
    private final Sentences sentences;

    StandIns(CurrentUniversity university, Sentences sentences) {
        this.university = university;
        this.sentences = sentences;
    }

    /** @throws Refusal when who was named for it cannot be */
    void require(Absence absence, Roster roster) {
        String deputy = absence.deputy();
        if (deputy == null) {
            return;
        }
        Snapshot then = new Snapshot(roster, firstDayLeft(absence));
        if (deputy.equals(absence.person())) {
            throw Refusal.invalid("university.absence.deputy-self");
        }
        if (then.officesOf(absence.person()).isEmpty()) {
            throw Refusal.invalid("university.absence.deputy-needless", then.nameOf(absence.person()));
        }
        if (!then.mayStandInFor(deputy, absence.person())) {
            throw Refusal.invalid("university.absence.deputy-elsewhere", then.nameOf(deputy));
        }
        if (leadsBack(absence, absence, roster, new HashSet<>())) {
            throw Refusal.conflict("university.absence.deputy-circle", then.nameOf(deputy));
        }
    }

    /** Whether, on days on which all of them are away, one stands in for the other and that one for the first. */
    private static boolean leadsBack(Absence start, Absence from, Roster roster, Set<String> had) {
        return had.add(from.deputy())
                && roster.absences().stream()
                        .filter(next -> next.person().equals(from.deputy()) && next.deputy() != null)
                        .filter(next -> next.meets(from) && next.meets(start))
                        .anyMatch(next -> next.deputy().equals(start.person()) || leadsBack(start, next, roster, had));
    }

    private LocalDate firstDayLeft(Absence absence) {
        return absence.first().isBefore(university.today()) ? university.today() : absence.first();
    }

    /** On the first day of it that is not over. */
    String sentence(Absence absence) {
        Snapshot then = new Snapshot(university.snapshot().roster(), firstDayLeft(absence));
        TreeMap<String, Office> posts = new TreeMap<>();
        then.officesOf(absence.person()).stream()
                .filter(office -> Role.of(office.role()) != Role.MEMBER)
                .forEach(office -> posts.merge(office.unit(), office, StandIns::higher));
        return posts.isEmpty()
                ? sentences.of("university.absence.no-post")
                : posts.values().stream()
                        .map(office -> sentence(then, absence.person(), office))
                        .collect(joining(" "));
    }

    private String sentence(Snapshot then, String person, Office office) {
        String unit = office.unit();
        boolean handles = Role.of(office.role()) == Role.CLERK
                || then.unit(unit)
                        .filter(one -> one.kind().equals(UnitKind.BRANCH.code()))
                        .isPresent();
        Optional<Answering> answering = handles
                ? Optional.of(then.handlersOf(unit, Set.of()))
                : then.signersOf(unit, Set.of(), Signing.heldAs(office.title()));
        List<String> others = answering.map(Answering::people).orElse(List.of()).stream()
                .filter(one -> !one.id().equals(person))
                .map(Person::name)
                .toList();
        if (others.isEmpty()) {
            return sentences.of("university.absence.nobody", then.nameOfUnit(unit), then.nameOf(person));
        }
        Unit standingIn = answering.orElseThrow().unit();
        return standingIn.code().equals(unit)
                ? sentences.of("university.absence.stands-in", then.nameOfUnit(unit), Sentences.listed(others))
                : sentences.of(
                        "university.absence.unit-above",
                        then.nameOfUnit(unit),
                        standingIn.name(),
                        Sentences.listed(others));
    }

    private static Office higher(Office one, Office other) {
        return Role.of(one.role()).compareTo(Role.of(other.role())) <= 0 ? one : other;
    }
}
