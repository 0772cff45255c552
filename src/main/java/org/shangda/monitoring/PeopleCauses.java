package org.shangda.monitoring;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.collections4.ListUtils;
import org.shangda.monitoring.CauseRule.Measure;
import org.shangda.programme.StalledWhen.Cause;
import org.shangda.university.University;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of cases whose people have left, are on leave or are too few. People are asked about once each. */
@Component
class PeopleCauses implements Causes {

    /** So many values in one question to the database. */
    private static final int AT_ONCE = 1_000;

    private static final String COLLEAGUE = "0";
    private static final String HANDLER = "1";

    private final StandingHandlings handlings;
    private final JdbcClient jdbc;
    private final University university;

    PeopleCauses(StandingHandlings handlings, JdbcClient jdbc, University university) {
        this.handlings = handlings;
        this.jdbc = jdbc;
        this.university = university;
    }

    @Override
    public List<CauseRule> rules() {
        return List.of(
                new CauseRule(Cause.COLLEAGUE_LEFT, Pace.PROOF, Measure.ALWAYS, now -> left()),
                new CauseRule(Cause.ON_LEAVE, Pace.PROOF, Measure.ALWAYS, now -> onLeave()),
                new CauseRule(
                        Cause.SIGNATURE_VACANT,
                        Pace.MINUTE,
                        Measure.ALWAYS,
                        now -> handlings.seen("null", "0", "null", "where h.signing = 'vacant'", Map.of())),
                new CauseRule(Cause.OPINION_VACANT, Pace.MINUTE, Measure.ALWAYS, now -> opinions()),
                new CauseRule(Cause.LEADER_OVERFLOW, Pace.MINUTE, Measure.TIMES, now -> leaders()));
    }

    /** The colleague; or everybody who is asked, whose work nobody has taken over. */
    private List<Sighting> left() {
        Set<String> colleagues =
                jdbc.sql("select distinct colleague from standing_colleagues").query(String.class).list().stream()
                        .filter(this::hasLeft)
                        .collect(Collectors.toSet());
        return Stream.concat(
                        of(
                                "c.colleague",
                                colleagues,
                                COLLEAGUE,
                                "join standing_colleagues c on c.number = h.number where "),
                        of("h.offered_to", asked(this::hasLeft), HANDLER, "where h.received_by is null and "))
                .toList();
    }

    private boolean hasLeft(String person) {
        return university.person(person).isEmpty();
    }

    private List<Sighting> onLeave() {
        Set<String> away = handlings.distinct("received_by", "received_by is not null").stream()
                .map(one -> one.get(0))
                .filter(university::isAway)
                .collect(Collectors.toSet());
        return Stream.of(
                        of("h.received_by", away, HANDLER, "where "),
                        of("h.offered_to", asked(university::isAway), HANDLER, "where h.received_by is null and "),
                        handlings.seen("null", "0", "null", "where h.signing = 'on-leave'", Map.of()).stream())
                .flatMap(seen -> seen)
                .toList();
    }

    /** What is asked of people all of whom are so. */
    private Set<String> asked(Predicate<String> so) {
        return handlings.distinct("offered_to", "received_by is null").stream()
                .map(one -> one.get(0))
                .filter(codes -> codes != null && !codes.isBlank())
                .filter(codes -> StalledList.people(codes).stream().allMatch(so))
                .collect(Collectors.toSet());
    }

    private Stream<Sighting> of(String column, Collection<String> values, String amount, String from) {
        return ListUtils.partition(List.copyOf(values), AT_ONCE).stream()
                .flatMap(
                        some -> handlings
                                .seen("null", amount, "null", from + column + " in (:values)", Map.of("values", some))
                                .stream());
    }

    private List<Sighting> opinions() {
        Set<String> vacant =
                jdbc.sql("select distinct asked_unit from standing_opinions").query(String.class).list().stream()
                        .filter(university::isVacant)
                        .collect(Collectors.toSet());
        return vacant.isEmpty()
                ? List.of()
                : handlings.seen(
                        "o.asked_at",
                        "0",
                        "o.asked_unit",
                        "join standing_opinions o on o.handling = h.handling where o.asked_unit in (:units)",
                        Map.of("units", vacant));
    }

    /** How many visits each of the university's leaders has in the place of units without anybody. */
    private List<Sighting> leaders() {
        Map<String, Integer> many = new HashMap<>();
        Map<String, Instant> since = new HashMap<>();
        Map<String, String> units = new HashMap<>();
        handlings.seen("h.vacant_since", "0", "null", "where h.vacant_since is not null", Map.of()).stream()
                .filter(seen -> university
                        .unit(seen.at().answeringUnit())
                        .filter(unit -> unit.parent() == null)
                        .isPresent())
                .forEach(seen -> StalledList.people(seen.at().people()).forEach(person -> {
                    many.merge(person, 1, Integer::sum);
                    since.merge(person, seen.since(), (one, other) -> one.isBefore(other) ? one : other);
                    units.put(person, seen.at().answeringUnit());
                }));
        return many.entrySet().stream()
                .map(one -> new Sighting(
                        one.getKey(),
                        null,
                        since.get(one.getKey()),
                        one.getValue(),
                        null,
                        Standing.at(units.get(one.getKey()))))
                .toList();
    }
}
