package org.shangda.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.university.University;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Serves what other modules ask about pairs. */
@Component
@Transactional(readOnly = true)
class FormedPairs implements Pairs {

    private final Pairings pairings;
    private final University university;
    private final Clock clock;

    FormedPairs(Pairings pairings, University university, Clock clock) {
        this.pairings = pairings;
        this.university = university;
        this.clock = clock;
    }

    @Override
    public Optional<Pair> pair(String number) {
        return pairings.findById(number).filter(Pairing::wasAPair).map(Pairing::pair);
    }

    @Override
    public List<Pair> carriedBy(String person, LocalDate from, LocalDate to) {
        return pairs(pairings.carriedBy(person, from, to));
    }

    @Override
    public List<Pair> of(String colleague) {
        return pairs(pairings.livingOf(colleague, LocalDate.now(clock)));
    }

    @Override
    public List<String> carriers(LocalDate from, LocalDate to) {
        return pairings.carriers(from, to);
    }

    @Override
    public List<Leave> leaves(String pair, LocalDate from, LocalDate to) {
        Leave asked = new Leave(from, to);
        return pairings.findById(pair)
                .map(found -> found.leaves().stream()
                        .filter(asked::overlaps)
                        .map(leave -> leave.within(asked))
                        .toList())
                .orElseGet(List::of);
    }

    @Override
    public Map<String, List<Leave>> leaves(Collection<String> pairs, LocalDate from, LocalDate to) {
        Leave asked = new Leave(from, to);
        return pairs.isEmpty()
                ? Map.of()
                : pairings.resting(pairs, from, to).stream()
                        .collect(Collectors.groupingBy(
                                Pairings.Rest::getNumber,
                                Collectors.mapping(
                                        rest -> new Leave(rest.getFromDay(), rest.getToDay()).within(asked),
                                        Collectors.toList())));
    }

    @Override
    public String confirms(String number) {
        Pairing pairing = pairings.findById(number)
                .filter(Pairing::wasAPair)
                .orElseThrow(() -> new IllegalArgumentException("no pair " + number));
        if (pairing.colleague() != null) {
            return pairing.colleague();
        }
        return university
                .person(pairing.recorder())
                .or(() -> university.handlersOf(pairing.branch(), others(pairing)).people().stream()
                        .findFirst())
                .orElseThrow()
                .id();
    }

    /** Whoever carries the pair does not confirm their own words. */
    private static Set<String> others(Pairing pairing) {
        return pairing.carrier() == null ? Set.of() : Set.of(pairing.carrier());
    }

    @Override
    public List<Pair> within(String unit, LocalDate from, LocalDate to) {
        boolean whole =
                university.unit(unit).filter(found -> found.parent() == null).isPresent();
        return pairs(whole ? pairings.everywhere(from, to) : pairings.within(Set.of(unit), from, to));
    }

    private static List<Pair> pairs(List<Pairing> found) {
        return found.stream().map(Pairing::pair).toList();
    }
}
