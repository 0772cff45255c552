package org.shangda.concern;

import java.util.List;

/**
 * Published when the deadline of a level comes near.
 *
 * @param number the concern's
 * @param people staff numbers of those who may handle it
 */
public record HandlingReminded(String number, List<String> people) {

    public HandlingReminded {
        people = List.copyOf(people);
    }
}
