package org.shangda.concern;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.apache.commons.collections4.ListUtils;
import org.shangda.concern.Reach.Knowing;
import org.shangda.refusal.Refusal;
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

    /** So many ids in one question to the database. */
    private static final int AT_ONCE = 1_000;

    private final Concerns concerns;
    private final Handlings handlings;
    private final Reach reach;
    private final Labels labels;

    ConcernCards(Concerns concerns, Handlings handlings, Reach reach, Labels labels) {
        this.concerns = concerns;
        this.handlings = handlings;
        this.reach = reach;
        this.labels = labels;
    }

    /** Reads many concerns with their pauses, so that the transaction asks for none of them again. */
    public void readAhead(Collection<String> numbers) {
        Set<String> all = Set.copyOf(numbers);
        concerns.findAllById(all);
        handlings.withPauses(all);
    }

    /** Of work on visits to a level: both its dates, as long as they run. @param handlings ids of the visits */
    public LongFunction<Card> atLevel(Collection<Long> handlings) {
        Map<Long, ListedVisit> visits = visits(handlings);
        return id -> card(visit(visits, id), false);
    }

    /** Of work that belongs to a visit and has a date of its own. */
    public LongFunction<Card> besideLevel(Collection<Long> handlings) {
        Map<Long, ListedVisit> visits = visits(handlings);
        return id -> card(visit(visits, id), true);
    }

    /** Of late visits, for who supervises them: how late each is, whatever date the supervision has. */
    public LongFunction<Card> supervised(String person, Collection<Long> handlings) {
        Map<Long, ListedVisit> visits = visits(handlings);
        Map<String, Knowing> known = reach.of(
                person, visits.values().stream().map(ListedVisit::number).toList());
        return id -> {
            ListedVisit late = visit(visits, id);
            Card card = card(late, false);
            return known.get(late.number()) == Knowing.THE_CONCERN
                    ? card
                    : new Card(null, card.where(), card.limits(), card.place());
        };
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

    /** Those of the concerns in which somebody stands aside. @param person staff number */
    public Set<String> aside(String person, Collection<String> numbers) {
        return reach.aside(person, numbers);
    }

    private Map<Long, ListedVisit> visits(Collection<Long> ids) {
        List<Long> all = List.copyOf(Set.copyOf(ids));
        Map<Long, ListedVisit> visits = new HashMap<>();
        ListUtils.partition(all, AT_ONCE)
                .forEach(some -> handlings.listed(some).forEach(visit -> visits.put(visit.id(), visit)));
        return visits;
    }

    private static ListedVisit visit(Map<Long, ListedVisit> visits, long id) {
        return Optional.ofNullable(visits.get(id)).orElseThrow(() -> Refusal.notFound("concern.not-found"));
    }

    private Card card(ListedVisit at, boolean ownDate) {
        return new Card(
                at.title(),
                labels.where(at.unit(), at.level()),
                ownDate ? null : at.limits(),
                new Place(at.unit(), at.level(), at.category()));
    }
}
