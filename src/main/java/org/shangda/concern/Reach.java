package org.shangda.concern;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.collections4.ListUtils;
import org.shangda.university.University;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 知悉范围: who may know of a concern, and how much. It is the one rule of every read, of one concern or of the thousands
 * behind a figure. It is asked of today's roster and of what the colleague says today, so that what was counted or
 * written down earlier obeys it too (adr/0026).
 */
@Component
public class Reach {

    /** How much of a concern a reader may know. */
    public enum Knowing {
        /**
         * It does not exist: for who stands aside, and, where it is for the first receiver alone, for all whom it has not
         * reached. No figure counts it.
         */
        NOTHING,
        /** That it is one of many that are counted; neither its number, nor its day, nor where it is. */
        A_FIGURE,
        /** That it is there: it has reached a unit that the reader answers for, or the reader follows it. */
        THE_CONCERN
    }

    /** So many numbers in one question to the database. */
    private static final int AT_ONCE = 1_000;

    private final Concerns concerns;
    private final Handlings handlings;
    private final University university;
    private final Signers signers;

    Reach(Concerns concerns, Handlings handlings, University university, Signers signers) {
        this.concerns = concerns;
        this.handlings = handlings;
        this.university = university;
        this.signers = signers;
    }

    /**
     * How much a reader may know of each concern by their units. Who is asked in somebody's place reads the one case that waits
     * for them ({@link #reader}), and finds it in no search and no register by that (adr/0068).
     *
     * @param person staff number of the reader
     * @return for every number; {@code NOTHING} for one that does not exist
     */
    @Transactional(readOnly = true)
    public Map<String, Knowing> of(String person, Collection<String> numbers) {
        Reader reader = reader(person);
        Map<String, Knowing> known = new HashMap<>();
        numbers.forEach(number -> known.put(number, Knowing.NOTHING));
        List<String> all = List.copyOf(known.keySet());
        for (List<String> some : ListUtils.partition(all, AT_ONCE)) {
            Map<String, Set<String>> reached = handlings.reached(some).stream()
                    .collect(Collectors.groupingBy(
                            Handlings.Reached::getNumber,
                            Collectors.mapping(Handlings.Reached::getUnit, Collectors.toSet())));
            concerns.facts(some).forEach(facts -> {
                String number = facts.get("number", String.class);
                known.put(
                        number,
                        reader.knows(
                                facts.get("standAside", StandAside.class),
                                new Travel(facts.get("travel", String.class)),
                                person.equals(facts.get("colleague")) || person.equals(facts.get("raisedBy")),
                                reached.getOrDefault(number, Set.of())));
            });
        }
        return known;
    }

    /**
     * Those of the concerns in which a reader stands aside, whatever else the reader may know of them by an office.
     *
     * @param person staff number of the reader
     */
    @Transactional(readOnly = true)
    public Set<String> aside(String person, Collection<String> numbers) {
        Reader reader = reader(person);
        Set<String> aside = new HashSet<>();
        List<String> all = List.copyOf(Set.copyOf(numbers));
        for (List<String> some : ListUtils.partition(all, AT_ONCE)) {
            concerns.facts(some).stream()
                    .filter(facts -> reader.standsAside(facts.get("standAside", StandAside.class)))
                    .forEach(facts -> aside.add(facts.get("number", String.class)));
        }
        return aside;
    }

    /**
     * The same rule as conditions of a query.
     *
     * @param person staff number of the reader
     */
    public Sight sight(String person) {
        return new Sight(person, university.unitsAnsweredBy(person));
    }

    /** Somebody who reads, with the units they answer for today. Asked before anything is looked up. */
    Reader reader(String person) {
        return new Reader(person, university.unitsAnsweredBy(person), visit -> isAsked(visit, person));
    }

    /** Whoever is asked in somebody's place reads what they are asked about, for as long as they are. */
    private boolean isAsked(Handling visit, String person) {
        return visit.open()
                && (visit.asked().includes(person)
                        || visit.proposed() && signers.deputies(visit).containsKey(person));
    }

    /**
     * @param units codes of those that the person answers for
     * @param asked whether an open visit waits for the person, by whatever right
     */
    record Reader(String person, Set<String> units, Predicate<Handling> asked) {

        /** @param reached codes of the units that the concern has reached, as those that answered for a level */
        private Knowing knows(StandAside aside, Travel travel, boolean follows, Collection<String> reached) {
            if (follows) {
                return Knowing.THE_CONCERN;
            }
            if (standsAside(aside)) {
                return Knowing.NOTHING;
            }
            if (!Collections.disjoint(units, reached)) {
                return Knowing.THE_CONCERN;
            }
            return travel.staysWithTheFirstReceiver() ? Knowing.NOTHING : Knowing.A_FIGURE;
        }

        /** Whether it exists for the reader, follower or not. */
        boolean knows(Concern concern) {
            return knows(
                                    concern.standAside(),
                                    concern.travel(),
                                    concern.raising().concerns(person),
                                    reached(concern))
                            == Knowing.THE_CONCERN
                    || visitAsked(concern).isPresent();
        }

        /** Whether the concern is to be as if it did not exist, because the reader was asked to stand aside. */
        boolean standsAside(Concern concern) {
            return standsAside(concern.standAside());
        }

        /** The unit for which the reader looks at it; empty for who follows it and answers for none of them. */
        Optional<String> unit(Concern concern) {
            return standsAside(concern.standAside())
                    ? Optional.empty()
                    : reached(concern).stream()
                            .filter(units::contains)
                            .findFirst()
                            .or(() -> visitAsked(concern));
        }

        private Optional<String> visitAsked(Concern concern) {
            return standsAside(concern.standAside())
                    ? Optional.empty()
                    : concern.handlings().stream()
                            .filter(asked)
                            .map(Handling::answeringUnit)
                            .findFirst();
        }

        /** Whoever was named; and whoever answers for a unit that was named, in whatever post they would meet it. */
        private boolean standsAside(StandAside aside) {
            return aside.people().contains(person) || !Collections.disjoint(aside.units(), units);
        }

        private static List<String> reached(Concern concern) {
            return concern.handlings().stream().map(Handling::answeringUnit).toList();
        }
    }
}
