package org.shangda.work;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;

/** How lists show one kind of work, as its {@link WorkItem} says it. */
final class Listing {

    Function<Collection<Work>, Function<Work, Card>> cards = works -> work -> Card.PLAIN;
    Function<Collection<Work>, Function<Work, Detail>> details = works -> work -> Detail.NONE;
    /** Null where the gate is asked before they are counted. */
    Function<Collection<Work>, Predicate<Work>> known;

    String under = "doing";

    boolean isByTheThousand() {
        return known != null;
    }
}
