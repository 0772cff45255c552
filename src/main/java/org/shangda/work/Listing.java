package org.shangda.work;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** How lists show one kind of work, as its {@link WorkItem} says it. */
final class Listing {

    /** Of each its card; none of what its caller may not know of. */
    Function<Collection<Work>, Function<Work, Optional<Card>>> cards = works -> work -> Optional.of(Card.PLAIN);

    Function<Collection<Work>, Function<Work, Detail>> details = works -> work -> Detail.NONE;
    String under = "doing";

    /**
     * Whether they are counted by what the engine says, and the gate is asked of those alone that are shown. To list and to offer
     * them, ids are read from their cases and nothing else.
     */
    boolean byTheThousand;
}
