package org.shangda.pairing;

/**
 * Published when a pair ends, rests, or passes to another carrier, in the same transaction.
 *
 * @param before as it was
 * @param now as it is
 */
public record PairChanged(Pair before, Pair now) {}
