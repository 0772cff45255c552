package org.shangda.concern;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.programme.Outcome;
import org.shangda.programme.Programmes;
import org.shangda.programme.Rules;
import org.shangda.programme.Situation;
import org.shangda.refusal.Refusal;
import org.shangda.university.Person;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/** Whose the agenda is: of the units that {@code level-exits} lets put something on it, today's people. */
@Component
class AgendaOffice {

    private final Rules rules;
    private final Programmes programmes;
    private final University university;
    private final Together together;

    AgendaOffice(Rules rules, Programmes programmes, University university, Together together) {
        this.rules = rules;
        this.programmes = programmes;
        this.university = university;
        this.together = together;
    }

    /** Whether the person works for one of them, or heads it. */
    boolean has(String person) {
        return unitOf(person).isPresent();
    }

    /** @return code of the unit; 404 for everybody else: for them there is no agenda */
    String require(String person) {
        return unitOf(person).orElseThrow(AgendaOffice::notFound);
    }

    private Optional<String> unitOf(String person) {
        Set<String> answered = university.unitsAnsweredBy(person);
        // Most people answer for no unit that a level names, and for them no table is asked.
        return Collections.disjoint(answered, rules.unitsOfLevels())
                ? Optional.empty()
                : units().stream().filter(answered::contains).findFirst();
    }

    static Refusal notFound() {
        return Refusal.notFound("agenda.not-found");
    }

    /** @return code of the unit that compiles what the person reads: for who signs in its place, the one that has put it there */
    String compiling(String person) {
        return unitOf(person).or(() -> units().stream().sorted().findFirst()).orElseThrow(AgendaOffice::notFound);
    }

    /**
     * Staff numbers of those who sign what is put to a meeting: as head, and standing aside in none of the concerns. Where the
     * office has nobody left, they are of the unit above.
     */
    List<String> signers(Handling leading) {
        return university.headOf(leading.answeringUnit(), together.peopleAside(leading)).people().stream()
                .map(Person::id)
                .toList();
    }

    private Set<String> units() {
        return programmes.all().stream()
                .flatMap(programme -> rules.levels().stream()
                        .map(level -> new Situation(programme.code(), level, Merging.STAGE, "problem")))
                .filter(at -> rules.exits(at).stream().anyMatch(exit -> exit.outcome() == Outcome.AGENDA))
                .map(rules::levelUnit)
                .flatMap(Optional::stream)
                .filter(rule -> rule.unit() != null)
                .map(rule -> rule.unit())
                .collect(Collectors.toSet());
    }
}
