package org.shangda.university;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.shangda.refusal.Sentences;
import org.springframework.stereotype.Component;

/** Who does somebody's work while they are on leave, in a sentence; by the same rule by which the work is given. */
@Component
class StandIns {

    private final CurrentUniversity university;
    private final Sentences sentences;

    StandIns(CurrentUniversity university, Sentences sentences) {
        this.university = university;
        this.sentences = sentences;
    }

    /** On the first day of it that is not over. */
    String sentence(Absence absence) {
        LocalDate day = absence.first().isBefore(university.today()) ? university.today() : absence.first();
        Snapshot then = new Snapshot(university.snapshot().roster(), day);
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
                ? sentences.of("university.absence.stands-in", then.nameOfUnit(unit), String.join("、", others))
                : sentences.of(
                        "university.absence.unit-above",
                        then.nameOfUnit(unit),
                        standingIn.name(),
                        String.join("、", others));
    }

    private static Office higher(Office one, Office other) {
        return Role.of(one.role()).compareTo(Role.of(other.role())) <= 0 ? one : other;
    }
}
