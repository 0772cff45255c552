package org.shangda.pairing;

/** Published when a pair comes to life, in the same transaction. */
public record PairBegan(Pair pair) {}
