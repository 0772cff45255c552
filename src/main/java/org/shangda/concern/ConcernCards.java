package org.shangda.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shangda.concern.Reach.Knowing;
import org.shangda.work.Card;
import org.shangda.work.TimeLimit;
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

    /** Of work on a visit to a level: both its dates, as long as they run. */
    public Card atLevel(String number, long handlingId) {
        Handling at = handling(number, handlingId);
        return new Card(at.concern().raising().title(), labels.where(at), limits(at));
    }

    /** Of work that belongs to a visit and has a date of its own. */
    public Card besideLevel(String number, long handlingId) {
        Handling at = handling(number, handlingId);
        return new Card(at.concern().raising().title(), labels.where(at), null);
    }

    /** Of work with a date of its own, between two visits or after the last. */
    public Card between(String number) {
        Concern concern = concerns.get(number);
        return new Card(
                concern.raising().title(),
                concern.visits().latest().map(labels::where).orElse(null),
                null);
    }

    /** For who follows it: where it is, or how it stands when it is nowhere. */
    public Card followed(String number) {
        Concern concern = concerns.get(number);
        Optional<Handling> open = concern.handlings().stream()
                .filter(Handling::open)
                .min(Comparator.comparing(handling -> handling.terms().dueAt()));
        return new Card(
                concern.raising().title(),
                labels.where(concern),
                open.map(this::limits).orElse(List.of()));
    }

    /**
     * Those of the concerns that a supervisor may read all the same.
     *
     * @param person staff number of the supervisor
     */
    public Set<String> readable(String person, Collection<String> numbers) {
        Map<String, Knowing> known = reach.of(person, numbers);
        known.values().removeIf(how -> how != Knowing.THE_CONCERN);
        return known.keySet();
    }

    /** Of a late visit, for who supervises it: how late the visit is, whatever date the supervision has. */
    public Card supervised(String number, long handlingId, boolean readable) {
        Card late = atLevel(number, handlingId);
        return readable ? late : new Card(null, late.where(), late.limits());
    }

    private Handling handling(String number, long id) {
        return concerns.get(number).visits().of(id);
    }

    private List<TimeLimit> limits(Handling at) {
        List<TimeLimit> limits = new ArrayList<>();
        Instant receiveBy = at.terms().receiveBy();
        if (receiveBy != null && at.receivedAt() == null) {
            boolean byTheHour = at.terms().receivedByTheHour(at.enteredAt());
            limits.add(TimeLimit.until("receive", at.enteredAt(), receiveBy, at.counting(), byTheHour));
        }
        if (at.paused()) {
            limits.add(TimeLimit.resting(
                    "handle", at.clockPauses().get(at.clockPauses().size() - 1).reason()));
        } else if (at.open()) {
            limits.add(TimeLimit.until("handle", at.enteredAt(), at.terms().dueAt(), at.counting(), false));
        }
        return limits;
    }
}
