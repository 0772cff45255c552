package org.shangda.university;

/**
 * Published when an import was undone, after {@link RosterChanged} and in the same transaction.
 *
 * @param version of the roster that the import had made
 */
public record RosterUndone(long version) {}
