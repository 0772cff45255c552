package org.shangda.concern.process;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import org.shangda.concern.ConcernCards;
import org.shangda.work.Card;
import org.shangda.work.Work;
import org.springframework.stereotype.Component;

/** How lists say what the work about concerns is about. Whoever is offered work whose form shows the story reads its title. */
@Component
class ListedConcerns {

    private final ConcernCards cards;

    ListedConcerns(ConcernCards cards) {
        this.cards = cards;
    }

    /** Work on a visit to a level, with the dates of the visit. */
    Function<Work, Card> atLevel(Collection<Work> works) {
        return ahead(works, work -> cards.atLevel(work.number(), LevelHandling.handling(work)));
    }

    /** Work on a visit to a level that has a date of its own. */
    Function<Work, Card> besideLevel(Collection<Work> works) {
        return ahead(works, work -> cards.besideLevel(work.number(), LevelHandling.handling(work)));
    }

    /** Work between two visits, or after the last. */
    Function<Work, Card> between(Collection<Work> works) {
        return ahead(works, work -> cards.between(work.number()));
    }

    /** The standing task of who follows it. */
    Function<Work, Card> followed(Collection<Work> works) {
        return ahead(works, work -> cards.followed(work.number()));
    }

    /** Supervision, whose form shows no story. */
    Function<Work, Card> supervised(Collection<Work> works) {
        Set<String> readable = works.stream()
                .map(Work::caller)
                .findAny()
                .map(person -> cards.readable(person, numbers(works)))
                .orElse(Set.of());
        return ahead(
                works,
                work -> cards.supervised(
                        work.number(), LevelHandling.handling(work), readable.contains(work.number())));
    }

    private Function<Work, Card> ahead(Collection<Work> works, Function<Work, Card> card) {
        if (!works.isEmpty()) {
            cards.readAhead(numbers(works));
        }
        return card;
    }

    private static Set<String> numbers(Collection<Work> works) {
        return works.stream().map(Work::number).collect(toSet());
    }
}
