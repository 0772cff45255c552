package org.shangda.reporting;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.university.Office;
import org.shangda.university.Person;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/** The Party-member leaders of the university, whose contacts its office sums up (J27 「由办公室牵头汇总有关工作资料」). */
@Component
class UniversityLeaders {

    private static final Set<String> LEADING = Set.of("head", "deputy");

    private final University university;

    UniversityLeaders(University university) {
        this.university = university;
    }

    /** Staff numbers; never an empty list, so that it can stand in a query. */
    List<String> today() {
        Set<String> top = university.units().stream()
                .filter(unit -> unit.parent() == null)
                .map(unit -> unit.code())
                .collect(Collectors.toSet());
        List<String> leaders = university.people().stream()
                .filter(person -> university.officesOf(person.id()).stream().anyMatch(office -> leads(office, top)))
                .map(Person::id)
                .toList();
        return leaders.isEmpty() ? List.of("-") : leaders;
    }

    private static boolean leads(Office office, Set<String> top) {
        return top.contains(office.unit()) && LEADING.contains(office.role());
    }
}
