package org.shangda.concern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.programme.DepartmentProposal;
import org.shangda.programme.Programmes;
import org.shangda.programme.Rules;
import org.shangda.refusal.Sentences;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 值班电话: whom somebody in danger calls before they write anything, and whom a safety hazard reaches at any hour. */
@Service
@Transactional(readOnly = true)
public class DutyTelephones {

    /**
     * Whom to call.
     *
     * @param first null where no unit has a number
     * @param others besides
     * @param byCategory the departments that have a number, by the category of what is raised
     */
    public record OnDuty(Duty first, List<Duty> others, Map<String, Duty> byCategory) {}

    public record Duty(String unit, String telephone) {}

    private final Rules rules;
    private final Programmes programmes;
    private final University university;
    private final LevelClock clock;
    private final Labels labels;
    private final Concerns concerns;
    private final Sentences say;

    DutyTelephones(
            Rules rules,
            Programmes programmes,
            University university,
            LevelClock clock,
            Labels labels,
            Concerns concerns,
            Sentences say) {
        this.rules = rules;
        this.programmes = programmes;
        this.university = university;
        this.clock = clock;
        this.labels = labels;
        this.concerns = concerns;
        this.say = say;
    }

    /** For whoever is about to raise a hazard: under the programme of their college. */
    public OnDuty before(String person) {
        Optional<Unit> college = university.person(person).map(Person::branch).flatMap(university::collegeOf);
        String programme = programmes
                .inForce(college.map(Unit::code).orElse(null), clock.today())
                .code();
        List<Duty> calls = new ArrayList<>();
        Map<String, Duty> byCategory = new TreeMap<>();
        for (String category : rules.categories(programme)) {
            List<DepartmentProposal> departments = rules.departmentsFor(programme, category);
            duties(departments).findFirst().ifPresent(duty -> byCategory.put(category, duty));
            duties(departments.stream().filter(DepartmentProposal::emergency).toList())
                    .forEach(calls::add);
        }
        Stream.concat(college.stream(), root().stream())
                .flatMap(unit -> duty(unit).stream())
                .forEach(calls::add);
        return new OnDuty(
                calls.isEmpty() ? null : calls.get(0),
                calls.stream().distinct().skip(1).toList(),
                byCategory);
    }

    /** The same as forms show it: {@code duty}, a number to be read from afar, {@code dutyUnit}, whose, and {@code dutyOthers}. */
    Map<String, String> shown(String person) {
        OnDuty call = before(person);
        return call.first() == null
                ? Map.of("dutyUnit", "", "duty", say.of("duty.none"), "dutyOthers", "")
                : Map.of(
                        "dutyUnit",
                        call.first().unit(),
                        "duty",
                        call.first().telephone(),
                        "dutyOthers",
                        call.others().isEmpty() ? "" : say.of("duty.others", said(call.others())));
    }

    /** Of an open hazard, the numbers of the units that have it now; empty for everything else. */
    public String of(String number) {
        Concern concern = concerns.get(number);
        return said(concern.handlings().stream()
                .filter(Handling::open)
                .map(at -> new Duty(labels.name(at.answeringUnit()), labels.dutyTelephone(concern, at.answeringUnit())))
                .filter(duty -> !duty.telephone().isEmpty())
                .distinct()
                .toList());
    }

    private Stream<Duty> duties(List<DepartmentProposal> departments) {
        return departments.stream()
                .map(DepartmentProposal::unit)
                .map(university::unit)
                .flatMap(Optional::stream)
                .flatMap(unit -> duty(unit).stream());
    }

    private Optional<Unit> root() {
        return university.units().stream().filter(unit -> unit.parent() == null).findFirst();
    }

    private static Optional<Duty> duty(Unit unit) {
        return Optional.ofNullable(unit.dutyTelephone()).map(telephone -> new Duty(unit.name(), telephone));
    }

    private String said(List<Duty> duties) {
        return duties.stream().map(this::said).collect(Collectors.joining(say.of("duty.and")));
    }

    private String said(Duty duty) {
        return say.of("duty.one", duty.unit(), duty.telephone());
    }
}
