package org.shangda.concern;

import java.util.List;

/**
 * Published when those who handle a concern are urged (催办), or those who supervise it are asked to urge.
 *
 * @param id the same for the same urging, and for nothing else
 * @param number the concern's
 * @param unit code of the unit that handles it
 * @param people staff numbers: who has received it, or all who may; who supervises it, where they are asked to urge
 * @param by {@code supervisor} or {@code colleague}, or {@code operator}, who asks to urge
 */
public record HandlingUrged(String id, String number, String unit, List<String> people, String by) {

    public HandlingUrged {
        people = List.copyOf(people);
    }
}
