package org.shangda.concern.process;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.shangda.concern.ConcernCards;
import org.shangda.concern.ConcernDetails;
import org.shangda.concern.ConcernDetails.Ways;
import org.shangda.work.Card;
import org.shangda.work.Detail;
import org.shangda.work.Work;
import org.springframework.stereotype.Component;

/** How lists say what the work about concerns is about. Whoever is offered work whose form shows the story reads its title. */
@Component
class ListedConcerns {

    private final ConcernCards cards;
    private final ConcernDetails details;

    ListedConcerns(ConcernCards cards, ConcernDetails details) {
        this.cards = cards;
        this.details = details;
    }

    // --- cards -------------------------------------------------------------------------------------------------------

    /** Work on a visit to a level, with the dates of the visit. */
    Function<Work, Optional<Card>> atLevel(Collection<Work> works) {
        return byVisit(works, cards::atLevel);
    }

    /** Work on a visit to a level that has a date of its own. */
    Function<Work, Optional<Card>> besideLevel(Collection<Work> works) {
        return byVisit(works, cards::besideLevel);
    }

    /** Supervision, whose form shows no story. */
    Function<Work, Optional<Card>> supervised(Collection<Work> works) {
        return byVisit(works, cards::supervised);
    }

    private static Function<Work, Optional<Card>> byVisit(
            Collection<Work> works, BiFunction<String, Set<Long>, LongFunction<Optional<Card>>> cards) {
        if (works.isEmpty()) {
            return work -> Optional.empty();
        }
        // All are listed for the same reader.
        String person = works.iterator().next().caller();
        LongFunction<Optional<Card>> card =
                cards.apply(person, works.stream().map(LevelHandling::handling).collect(toSet()));
        return work -> card.apply(LevelHandling.handling(work));
    }

    /** What the colleague is asked during a visit. */
    Function<Work, Card> asked(Collection<Work> works) {
        return ahead(works, work -> cards.asked(work.number(), LevelHandling.handling(work)));
    }

    /** Work between two visits, or after the last. */
    Function<Work, Card> between(Collection<Work> works) {
        return ahead(works, work -> cards.between(work.number()));
    }

    /** The standing task of who follows it. */
    Function<Work, Card> followed(Collection<Work> works) {
        return ahead(works, work -> cards.followed(work.number()));
    }

    private Function<Work, Card> ahead(Collection<Work> works, Function<Work, Card> card) {
        if (!works.isEmpty()) {
            cards.readAhead(numbers(works));
        }
        return card;
    }

    // --- details -----------------------------------------------------------------------------------------------------

    /** What is read of them beside, as the reader of their forms reads it. */
    Function<Work, Detail> details(Collection<Work> works, BiFunction<Ways, Work, Detail> one) {
        Ways ways = details.of(numbers(works));
        return work -> one.apply(ways, work);
    }

    static Detail ofLevel(Ways ways, Work work) {
        return ways.atLevel(work.number(), LevelHandling.handling(work));
    }

    static Detail ofSupervision(Ways ways, Work work) {
        return ways.supervised(work.number(), LevelHandling.handling(work));
    }

    private static Set<String> numbers(Collection<Work> works) {
        return works.stream().map(Work::number).collect(toSet());
    }
}
