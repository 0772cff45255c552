package org.shangda.bulletin;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Choice;
import org.shangda.words.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who may tell whom: those who answer for a unit, everybody in it and in the units below it; the offices that act for the
 * university, everybody.
 */
@Component
class Audiences {

    private final University university;
    private final Words words;
    private final Set<String> offices;

    /** @param offices codes of the units that publish for the whole university */
    Audiences(
            University university,
            Words words,
            @Value("${shangda.bulletin.published-for-all-by:dxb,zzb}") Set<String> offices) {
        this.university = university;
        this.words = words;
        this.offices = offices;
    }

    /** The units whose people somebody may tell: a branch, a college, the university. Units to which nobody belongs are none. */
    List<Choice> open(String caller) {
        Set<String> inhabited = university.people().stream()
                .map(person -> person.branch())
                .distinct()
                .flatMap(branch -> codes(branch).stream())
                .collect(Collectors.toSet());
        return university.units().stream()
                .filter(unit -> inhabited.contains(unit.code()))
                .filter(unit -> issuer(caller, unit.code()).isPresent())
                .map(unit -> new Choice(name(unit), unit.code()))
                .toList();
    }

    private String name(Unit unit) {
        return unit.name() + " · " + words.label("unit-kind", unit.kind());
    }

    /** The unit in whose name somebody tells these people something: the nearest one that they answer for. */
    Optional<String> issuer(String caller, String audience) {
        Set<String> own = university.unitsAnsweredBy(caller);
        List<String> line = codes(audience);
        return line.stream()
                .filter(own::contains)
                .findFirst()
                .or(() -> line.size() == 1
                        ? offices.stream().filter(own::contains).sorted().findFirst()
                        : Optional.empty());
    }

    /** Codes of all audiences that somebody belongs to. */
    Set<String> of(String person) {
        return university
                .person(person)
                .map(one -> new HashSet<>(codes(one.branch())))
                .orElseGet(HashSet::new);
    }

    private List<String> codes(String unit) {
        return university.lineOf(unit).stream().map(Unit::code).toList();
    }
}
