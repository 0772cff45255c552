package org.shangda.pairing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shangda.programme.DutyRules;
import org.shangda.programme.Eligibility;
import org.shangda.university.Office;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/** Roster, designations and pairs as the rules on forming look at them. */
@Component
class Census {

    /** The category of {@code pairing-eligibility} that nobody has to give. */
    private static final String EVERYBODY_ELSE = "other";

    /** A branch is a branch. */
    private static final String BRANCH = "branch";

    private static final Set<String> LEADING = Set.of("head", "deputy");

    private final University university;
    private final Designations designations;
    private final Pairings pairings;
    private final Willingnesses willingnesses;
    private final DutyRules rules;
    private final Clock clock;

    Census(
            University university,
            Designations designations,
            Pairings pairings,
            Willingnesses willingnesses,
            DutyRules rules,
            Clock clock) {
        this.university = university;
        this.designations = designations;
        this.pairings = pairings;
        this.willingnesses = willingnesses;
        this.rules = rules;
        this.clock = clock;
    }

    // --- carriers ----------------------------------------------------------------------------------------------------

    Carrier carrier(Person person) {
        return carrier(person, designated(person.id()).contains(Designation.TALENT));
    }

    private Carrier carrier(Person person, boolean talent) {
        Map<String, Optional<Office>> posts = new HashMap<>();
        Set<String> colleges = new HashSet<>();
        if (person.partyMember()) {
            posts.put("any-member", Optional.empty());
        }
        if (talent) {
            posts.put("talent", Optional.empty());
        }
        university.collegeOf(person.branch()).map(Unit::code).ifPresent(colleges::add);
        for (Office office : university.officesOf(person.id())) {
            Unit unit = university.unit(office.unit()).orElseThrow();
            if (LEADING.contains(office.role())) {
                postOf(unit, office).ifPresent(post -> posts.putIfAbsent(post, Optional.of(office)));
                if (unit.kind().equals("college") && isAdministrative(office)) {
                    posts.putIfAbsent("administrative-head", Optional.of(office));
                }
            }
            university.collegeOf(unit.code()).map(Unit::code).ifPresent(colleges::add);
        }
        return new Carrier(
                person.id(),
                person.partyMember(),
                person.branch(),
                colleges,
                posts.containsKey("university-leader"),
                posts);
    }

    /** The posts that the tables name, told from the unit's kind and the role. */
    private static Optional<String> postOf(Unit unit, Office office) {
        return Optional.ofNullable(
                switch (unit.kind()) {
                    case "university" -> "university-leader";
                    case "college" -> isAdministrative(office) ? null : "college-head";
                    case "department" -> office.role().equals("head") ? "administrative-head" : null;
                    case "branch" -> office.role().equals("head") ? "branch-secretary" : null;
                    default -> null;
                });
    }

    /** In a college, Party and administration are one unit of the roster: 书记 leads the one, 院长 the other. */
    private static boolean isAdministrative(Office office) {
        return !office.title().contains("书记");
    }

    /** Everybody who might carry a pair with somebody of these colleges. */
    List<Carrier> carriers() {
        Set<String> talents = designations.findAll().stream()
                .filter(one -> one.category().equals(Designation.TALENT))
                .map(Designation::person)
                .collect(Collectors.toSet());
        return university.people().stream()
                .filter(Person::partyMember)
                .map(person -> carrier(person, talents.contains(person.id())))
                .toList();
    }

    // --- partners ----------------------------------------------------------------------------------------------------

    /** Empty where nobody has given a person a category of the relation, and there is none for everybody else. */
    Optional<Partner> partner(Person person, String programme, Relation relation) {
        return category(designated(person.id()), programme, relation).map(category -> partner(person, category));
    }

    Partner partner(Person person, String category) {
        return new Partner(
                person.id(),
                person.branch(),
                university.collegeOf(person.branch()).map(Unit::code).orElse(null),
                person.partyMember(),
                category);
    }

    Partner partner(Unit branch) {
        return new Partner(
                null,
                branch.code(),
                university.collegeOf(branch.code()).map(Unit::code).orElse(null),
                false,
                BRANCH);
    }

    /** All who could be linked in a college, each with the category under which they are counted; without one, nobody. */
    List<Partner> partners(String college, String programme, Relation relation) {
        if (relation == Relation.LEADER_BRANCH) {
            return university.units().stream()
                    .filter(unit -> unit.kind().equals("branch") && belongs(unit.code(), college))
                    .map(this::partner)
                    .toList();
        }
        Map<String, Set<String>> given = designations.findAll().stream()
                .collect(Collectors.groupingBy(
                        Designation::person, Collectors.mapping(Designation::category, Collectors.toSet())));
        Map<String, Boolean> here = new HashMap<>();
        return university.people().stream()
                .filter(person -> here.computeIfAbsent(person.branch(), branch -> belongs(branch, college)))
                .filter(person -> !person.partyMember())
                .flatMap(person -> category(given.getOrDefault(person.id(), Set.of()), programme, relation)
                        .map(category -> partner(person, category))
                        .stream())
                .toList();
    }

    private boolean belongs(String unit, String college) {
        return university
                .collegeOf(unit)
                .map(Unit::code)
                .filter(college::equals)
                .isPresent();
    }

    /**
     * The first category of the table that somebody was found to be, else the one for everybody else. There may be none:
     * what nobody gave, nobody is (记事不记人; S05 would make everybody 困难教职工).
     */
    private Optional<String> category(Collection<String> given, String programme, Relation relation) {
        List<String> known = rules.categories(programme, relation.code());
        return known.stream()
                .filter(given::contains)
                .findFirst()
                .or(() -> known.stream().filter(EVERYBODY_ELSE::equals).findFirst());
    }

    private Set<String> designated(String person) {
        return designations.findByPerson(person).stream()
                .map(Designation::category)
                .collect(Collectors.toSet());
    }

    Optional<Eligibility> rule(String programme, Relation relation, String category) {
        return rules.eligibility(programme, relation.code(), category);
    }

    /** All categories that a programme knows in any relation. */
    Set<String> categories(String programme) {
        Set<String> all = new TreeSet<>();
        for (Relation relation : Relation.values()) {
            all.addAll(rules.categories(programme, relation.code()));
        }
        return all;
    }

    List<String> categories(String programme, Relation relation) {
        return rules.categories(programme, relation.code());
    }

    // --- what there is -----------------------------------------------------------------------------------------------

    /** @param except number of a pairing that is not counted, because it is the one asked about; may be null */
    Loads loads(Pairing except) {
        Loads loads = loads(PairingState.OPEN);
        if (except != null) {
            loads.remove(except.origin().relation(), except.origin().category(), except.carrier(), except.partner());
        }
        for (Pairings.Turned turned : pairings.turnedDown(List.of(PairingState.DECLINED, PairingState.OBJECTED))) {
            if (turned.getCarrier() != null) {
                loads.turnedDown(turned.getCarrier(), turned.getColleague());
            }
            Arrays.stream(turned.getPassedOver().split(","))
                    .forEach(carrier -> loads.turnedDown(carrier, turned.getColleague()));
        }
        return loads;
    }

    /** Without those who are still being asked. */
    Loads living() {
        return loads(Set.of(PairingState.ACTIVE));
    }

    private Loads loads(Set<PairingState> states) {
        Loads loads = new Loads();
        for (Pairings.Load load : pairings.loads(states)) {
            loads.add(
                    Relation.of(load.getRelation()),
                    load.getCategory(),
                    load.getCarrier(),
                    load.getColleague() == null ? load.getBranch() : load.getColleague());
        }
        return loads;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Optional<LocalDate> pausedUntil(String person) {
        return willingnesses
                .findById(person)
                .filter(one -> one.pausedOn(today()))
                .map(Willingness::pausedUntil);
    }

    Map<String, Willingness> willingness() {
        return willingnesses.findAll().stream().collect(Collectors.toMap(Willingness::person, one -> one));
    }
}
