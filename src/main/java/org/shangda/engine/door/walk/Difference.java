package org.shangda.engine.door.walk;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What changes when a diagram takes the place of another: moves that are made in one of them only.
 *
 * @param gone moves of the one in force, in order
 * @param come moves of the proposed one, in order
 */
public record Difference(List<String> gone, List<String> come) {

    public static Difference between(Walked inForce, Walked proposed) {
        return new Difference(without(inForce, proposed), without(proposed, inForce));
    }

    private static List<String> without(Walked one, Walked other) {
        TreeSet<String> moves = one.moves().stream().map(Move::toString).collect(Collectors.toCollection(TreeSet::new));
        other.moves().forEach(move -> moves.remove(move.toString()));
        return List.copyOf(moves);
    }

    public boolean isNothing() {
        return gone.isEmpty() && come.isEmpty();
    }
}
