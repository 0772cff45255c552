package org.shangda.concern;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shangda.programme.Outcome;
import org.shangda.refusal.Inputs;
import org.springframework.stereotype.Component;

/** A first draft of an item, from what the offices have written on the way of its concerns, without the colleagues' names. */
@Component
class AgendaDrafting {

    private static final int TITLE = 200;
    private static final int MOST = 4_000;

    private final Steps steps;
    private final Departments departments;
    private final WithoutNames withoutNames;

    AgendaDrafting(Steps steps, Departments departments, WithoutNames withoutNames) {
        this.steps = steps;
        this.departments = departments;
        this.withoutNames = withoutNames;
    }

    /** @param visits those of the item, the leading one first */
    AgendaDraft of(List<Handling> visits) {
        Handling leading = visits.get(0);
        List<Step> way = steps.findByNumberInOrderById(
                visits.stream().map(one -> one.concern().number()).toList());
        Set<String> departmentsHeard = visits.stream()
                .map(one -> lastBefore(one, way))
                .filter(unit -> unit != null)
                .collect(Collectors.toSet());
        Predicate<Step> passedUp = step -> step.kind() == Step.Kind.EXIT && step.outcome() == Outcome.PASSED_UP;
        return new AgendaDraft(
                shown(Set.of(leading.concern().raising().title()), visits, TITLE),
                lead(visits),
                words(way, step -> step.kind() == Step.Kind.TRIED, visits),
                words(way, passedUp.and(step -> !departmentsHeard.contains(step.unit())), visits),
                words(way, passedUp.and(step -> departmentsHeard.contains(step.unit())), visits),
                words(way, step -> step.kind() == Step.Kind.EXIT && step.outcome() == Outcome.AGENDA, visits));
    }

    /** The first that the routing proposes and none of them keeps out. */
    private String lead(List<Handling> visits) {
        return departments.proposed(visits.get(0).concern()).stream()
                .filter(unit -> visits.stream()
                        .allMatch(one -> departments.toChoose(one).stream()
                                .anyMatch(possible -> possible.code().equals(unit))))
                .findFirst()
                .orElse(null);
    }

    /** The unit that passed it on to where it is. */
    private static String lastBefore(Handling visit, List<Step> way) {
        return way.stream()
                .filter(step -> step.number().equals(visit.concern().number()))
                .filter(step -> step.kind() == Step.Kind.EXIT && step.outcome() == Outcome.PASSED_UP)
                .map(Step::unit)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private String words(List<Step> way, Predicate<Step> which, List<Handling> visits) {
        Set<String> said = way.stream()
                .filter(which)
                .map(Step::words)
                .filter(words -> words != null && !words.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Inputs.blankToNull(shown(said, visits, MOST));
    }

    private String shown(Collection<String> said, List<Handling> visits, int most) {
        List<Concern> concerns = visits.stream().map(Handling::concern).toList();
        return Inputs.shortened(withoutNames.of(String.join("\n", said), concerns), most);
    }
}
