package org.shangda.monitoring;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.concern.Reach;
import org.shangda.monitoring.Reader.Power;
import org.shangda.university.Answering;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;

/**
 * Whoever can unblock what stands still, as the table {@code stalled-when} says and by the roster of today. Asked for many at
 * once: each question is put once.
 */
class Hearers {

    /** What was found, as far as it decides who hears of it. */
    record Heard(String number, String unit, String supervisor, boolean reserved, String told) {}

    private final University university;
    private final Reach reach;
    private final Set<String> operators;
    private final Map<Heard, Set<String>> known = new HashMap<>();

    Hearers(University university, Reach reach, Set<String> operators) {
        this.university = university;
        this.reach = reach;
        this.operators = operators;
    }

    /** What they may see of the list; in this an administrator is an operator. */
    Power power(String person) {
        return operators.contains(person) ? Power.OPERATOR : Power.NONE;
    }

    Set<String> of(Heard heard) {
        // Where nobody stands aside, it does not matter which case it is.
        Heard question =
                heard.reserved() ? heard : new Heard(null, heard.unit(), heard.supervisor(), false, heard.told());
        return known.computeIfAbsent(question, this::find);
    }

    private Set<String> find(Heard heard) {
        Optional<String> above = above(heard);
        if (heard.told().equals("operator") || above.isEmpty()) {
            return operators;
        }
        Set<String> people = new HashSet<>(answering(heard, above.get(), false));
        if (heard.told().equals("leader")) {
            people.addAll(answering(heard, heard.unit() == null ? above.get() : heard.unit(), true));
        }
        return people;
    }

    /** Who supervises it; of what nobody supervises, the unit above. Empty where no unit of the roster does. */
    private Optional<String> above(Heard heard) {
        return exists(heard.supervisor())
                ? Optional.of(heard.supervisor())
                : Optional.ofNullable(heard.unit()).filter(this::exists).map(unit -> {
                    List<Unit> line = university.lineOf(unit);
                    return line.get(Math.min(1, line.size() - 1)).code();
                });
    }

    private boolean exists(String unit) {
        return unit != null && university.unit(unit).isPresent();
    }

    /** The next ones on the line answer for those who stand aside. */
    private Set<String> answering(Heard heard, String unit, boolean leaders) {
        Set<String> aside = new HashSet<>();
        Set<String> people = ask(unit, leaders, aside);
        while (heard.reserved() && aside.addAll(standAside(heard.number(), people))) {
            people = ask(unit, leaders, aside);
        }
        people.removeAll(aside);
        return people;
    }

    /** The leaders in charge; where nobody is in charge, whoever works on what reaches the university. */
    private Set<String> ask(String unit, boolean leaders, Set<String> without) {
        Optional<Answering> inCharge =
                leaders && exists(unit) ? university.lineLeadersOf(unit, without) : Optional.empty();
        Answering answering = inCharge.orElseGet(() -> university.handlersOf(leaders ? top() : unit, without));
        return answering.people().stream().map(Person::id).collect(Collectors.toCollection(HashSet::new));
    }

    private String top() {
        return university.units().stream()
                .filter(unit -> unit.parent() == null)
                .map(Unit::code)
                .findFirst()
                .orElseThrow();
    }

    private Set<String> standAside(String number, Collection<String> people) {
        return Stream.ofNullable(number)
                .flatMap(one -> people.stream()
                        .filter(person -> !reach.aside(person, List.of(one)).isEmpty()))
                .collect(Collectors.toSet());
    }
}
