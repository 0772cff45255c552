package org.shangda.concern;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.shangda.concern.ListedVisits.Known;
import org.shangda.work.Card;
import org.shangda.work.Card.Place;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a list says of the work about concerns: its title, where it stands and until when. Asked of those to whom the work
 * is offered; who supervises reads no title unless the concern has reached a unit of theirs.
 */
@Service
@Transactional(readOnly = true)
public class ConcernCards {

    private final Concerns concerns;
    private final Handlings handlings;
    private final ListedVisits visits;
    private final Labels labels;

    ConcernCards(Concerns concerns, Handlings handlings, ListedVisits visits, Labels labels) {
        this.concerns = concerns;
        this.handlings = handlings;
        this.visits = visits;
        this.labels = labels;
    }

    /** Reads many concerns with their pauses, so that the transaction asks for none of them again. */
    public void readAhead(Collection<String> numbers) {
        Set<String> all = Set.copyOf(numbers);
        concerns.findAllById(all);
        handlings.withPauses(all);
    }

    /**
     * Of work on visits to a level: both its dates, as long as they run. None where the reader stands aside.
     *
     * @param handlings ids of the visits
     */
    public LongFunction<Optional<Card>> atLevel(String person, Collection<Long> handlings) {
        return known(person, handlings, (known, where) -> card(known.visit(), where, false));
    }

    /** Of work that belongs to a visit and has a date of its own. None where the reader stands aside. */
    public LongFunction<Optional<Card>> besideLevel(String person, Collection<Long> handlings) {
        return known(person, handlings, (known, where) -> card(known.visit(), where, true));
    }

    /**
     * Of late visits, for who supervises them: how late each is, whatever date the supervision has. None where the reader
     * stands aside.
     */
    public LongFunction<Optional<Card>> supervised(String person, Collection<Long> handlings) {
        return known(person, handlings, (known, where) -> {
            Card card = card(known.visit(), where, false);
            return known.readable() ? card : new Card(null, card.where(), card.limits(), card.place());
        });
    }

    private LongFunction<Optional<Card>> known(
            String person, Collection<Long> handlings, BiFunction<Known, String, Card> card) {
        Map<Long, Known> all = visits.of(person, handlings);
        // Thousands are in few places.
        Map<Place, String> names = new HashMap<>();
        return id -> Optional.ofNullable(all.get(id))
                .filter(known -> !known.aside())
                .map(known ->
                        card.apply(known, names.computeIfAbsent(known.visit().place(), this::name)));
    }

    private String name(Place place) {
        return labels.where(place.unit(), place.level());
    }

    /** Of what the colleague is asked during a visit. */
    public Card asked(String number, long handling) {
        return card(ListedVisit.of(concerns.get(number).visits().of(handling)), true);
    }

    /** Of work with a date of its own, between two visits or after the last. */
    public Card between(String number) {
        Concern concern = concerns.get(number);
        return concern.visits()
                .latest()
                .map(ListedVisit::of)
                .map(latest -> card(latest, true))
                .orElseGet(() -> Card.titled(concern.raising().title()));
    }

    /** For who follows it: where it is, or how it stands when it is nowhere. */
    public Card followed(String number) {
        Concern concern = concerns.get(number);
        Optional<Handling> open = concern.handlings().stream()
                .filter(Handling::open)
                .min(Comparator.comparing(handling -> handling.terms().dueAt()));
        return open.map(ListedVisit::of)
                .map(visit -> card(visit, false))
                .orElseGet(() -> new Card(concern.raising().title(), labels.where(concern), List.of()));
    }

    private Card card(ListedVisit at, boolean ownDate) {
        return card(at, name(at.place()), ownDate);
    }

    private static Card card(ListedVisit at, String where, boolean ownDate) {
        return new Card(at.title(), where, ownDate ? null : at.limits(), at.place());
    }
}
