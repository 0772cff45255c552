package org.shangda.monitoring;

import java.util.Set;

/**
 * Published in the transaction in which something was found to stand still: so many things, but once for everybody.
 *
 * @param together what was found together, see {@link StalledNews}
 * @param severe whether people are to be told at once
 * @param people who can unblock it: staff numbers, or accounts of operators
 */
public record StalledFound(String together, boolean severe, Set<String> people) {

    public StalledFound {
        people = Set.copyOf(people);
    }
}
