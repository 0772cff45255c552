package org.shangda.work;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shangda.refusal.Refusal;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/**
 * The one gate before every piece of work. It is asked when work is started, shown, received and handed in; the engine's groups,
 * grants and administrators' rights open nothing here.
 */
@Component
public class Gate {

    private final WorkItems items;
    private final University university;
    private final InPlaceWords inPlace;

    Gate(WorkItems items, University university, InPlaceWords inPlace) {
        this.items = items;
        this.university = university;
        this.inPlace = inPlace;
    }

    /**
     * Whether the caller is offered this very work, by today's roster, minus who stands aside. Nobody is offered what no
     * module describes, nor what is settled, nor what belongs to no case.
     */
    public boolean admits(Work work) {
        return offer(work).isPresent();
    }

    /** The same, and how it is offered. */
    public Optional<Offer> offer(Work work) {
        return work.number() != null && university.person(work.caller()).isPresent()
                ? items.of(work.key()).flatMap(item -> offered(item::offer, work))
                : Optional.empty();
    }

    /**
     * The same for many of one kind at once: those of them that their caller is offered, and how. Asked within one
     * transaction, which does not write: a refusal may have condemned it.
     */
    public Map<Work, Offer> admitted(WorkItem<?> item, Collection<Work> works) {
        List<Work> asked = works.stream()
                .filter(work -> work.number() != null)
                .filter(work -> university.person(work.caller()).isPresent())
                .toList();
        Function<Work, Offer> offers = item.offers(asked);
        Map<Work, Offer> admitted = new HashMap<>();
        asked.forEach(work -> offered(offers, work).ifPresent(offer -> admitted.put(work, offer)));
        return admitted;
    }

    private static Optional<Offer> offered(Function<Work, Offer> offers, Work work) {
        try {
            return Optional.of(offers.apply(work)).filter(offer -> offer.includes(work.caller()));
        } catch (Refusal settled) {
            return Optional.empty();
        }
    }

    /** In whose place the caller is offered it, in a sentence. @param offer as {@link #offer} gives it */
    public Optional<String> inPlace(Work work, Offer offer) {
        return inPlace.of(offer, work.caller());
    }

    /** Whether the caller may start this process, by today's roster. */
    public boolean admits(Course course, String caller) {
        return university.person(caller).isPresent()
                && switch (course.starters()) {
                    case EVERYBODY -> true;
                    case HANDLERS -> !university.unitsAnsweredBy(caller).isEmpty();
                    case NOBODY -> false;
                };
    }
}
